import type { texts } from "./texts.ts";

const traces = (count: number) => `${count.toLocaleString("en")} 条事件`;
const failures = (count: number) => `${count.toLocaleString("en")} 条失败事件`;

/** What the overview says in Chinese (simplified). */
export const chinese: typeof texts.english = {
  title: "总览",
  loading: "加载中…",
  notLoaded: "总览加载失败",
  question: {
    "1d": "ModelArts 最近1天发生了什么？",
    "1w": "ModelArts 最近1周发生了什么？",
  },
  about: (start, end, zone) => `${start} 至 ${end} 的管理事件，时区 ${zone}。`,
  percent: (percent) => `${percent}%`,
  tracesOf: (count, name) => `${name}：${traces(count)}`,
  failuresOf: (count, name) => `${name}：${failures(count)}`,
  nothing: "该时间范围内没有事件。",
  card: {
    loading: "加载中…",
    counting: (percent) => `统计中… ${percent}%`,
    notLoaded: "加载失败。",
    retry: "重试",
    showAll: (count) => `显示全部${count.toLocaleString("en")}项`,
    showSome: (count, all) =>
      `显示前${count.toLocaleString("en")}项，共${all.toLocaleString("en")}项`,
    showFewer: "收起",
  },
  columns: {
    operation: "操作",
    operator: "操作用户",
    address: "源IP",
    traces: "事件数",
    failures: "失败数",
    share: "占比",
  },
  totals: {
    title: "统计",
    traces: "事件",
    failures: "失败",
    operators: "操作用户",
    shareOfAll: (percent) => `占全部事件的${percent}%`,
    nothing: "该时间范围内没有 ModelArts 事件。新事件约在操作发生1分钟后显示。",
  },
  failures: {
    title: "失败最多的操作",
    all: (count) => `全部 ${failures(count)}`,
    none: {
      "1d": "最近1天没有失败，所有操作均成功。",
      "1w": "最近1周没有失败，所有操作均成功。",
    },
  },
  operators: {
    title: "最活跃的操作用户",
    none: "没有操作用户，所有事件均由系统触发。",
  },
  endings: {
    title: "删除或停止的作业",
    all: (count) => `全部 ${traces(count)}`,
    none: {
      "1d": "最近1天没有删除或停止作业。",
      "1w": "最近1周没有删除或停止作业。",
    },
  },
  firstSeen: {
    title: "新出现",
    about: (days) => `最近24小时内出现、此前${days}天内未出现的操作用户。`,
    nobody: "最近24小时内没有操作用户。",
    allKnown: (days) => `没有新的操作用户：最近24小时内的操作用户在此前${days}天内均已出现。`,
    nothingBefore: (days) =>
      days === 0 ? "事件仅保留1天，无法比较。" : `此前${days}天内没有事件，无法比较。`,
  },
  firstAddresses: {
    title: "新出现的源IP",
    about: (days) => `最近24小时内出现、此前${days}天内未出现的源IP。`,
    none: "最近24小时内没有源IP。",
    allKnown: (days) => `没有新的源IP：最近24小时内的源IP在此前${days}天内均已出现。`,
    tooMany: "源IP超过10,000个，无法判断哪些是新出现的。",
  },
  heatMap: {
    title: "按星期和小时统计的活动",
    about: (zone) => `每小时的事件数，时区 ${zone}。`,
    day: "日期",
    keys: "按方向键逐小时移动，按 Home、End 键移至当天第一个、最后一个有事件的小时。",
    cell: (count, day, hour) => `${day} ${hour}:00：${traces(count)}`,
    legend: "每小时事件数",
  },
};
