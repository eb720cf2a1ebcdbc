import type { texts } from "./texts.ts";

/** What is said of the traces that belong to a trace, in Chinese (simplified). */
export const chinese: typeof texts.english = {
  pair: {
    requested: (time) => `${time} 发起请求`,
    requestedBy: { before: () => "", after: (time) => ` 于 ${time} 发起请求` },
    finished: (time, duration) => `${time} 完成（耗时${duration}）`,
    failed: (time, duration) => `${time} 失败（耗时${duration}）`,
    beforeStatus: "，",
    duration: {
      milliseconds: (ms) => `${ms}毫秒`,
      seconds: (seconds) => `${seconds}秒`,
      minutes: (minutes, seconds) =>
        seconds === 0 ? `${minutes}分钟` : `${minutes}分${seconds}秒`,
    },
    perhaps: "可能是同一操作：",
    perhapsAbout: "可能是同一操作",
    perhapsHelp: "在此期间该资源还有其他变更，该结果也可能属于其他变更。",
    viewRequest: "查看请求事件",
    viewResult: "查看结果事件",
  },
  notLooked: "未能检查该操作或该事件ID是否记录了两次。",
  conflicts: {
    title: "同一事件ID的其他内容",
    notice: (count, last) =>
      count === 1
        ? `该事件ID于 ${last} 再次出现，但内容不同。此处显示最先收到的内容。`
        : `该事件ID再次出现${count.toLocaleString("en")}次，但内容不同，最近一次为 ${last}。此处显示最先收到的内容。`,
    show: "查看差异",
    about: "之前：最先收到的内容。之后：再次收到的内容。",
    came: (time, differences) =>
      differences === 0
        ? `${time}：仅书写形式不同。`
        : `${time}：${differences.toLocaleString("en")}处差异`,
    more: (count) => `更早的${count.toLocaleString("en")}次未列出。`,
  },
  retry: "重试",
  compare: "与该资源的上一条事件比较",
  difference: {
    title: "与上一条事件的差异",
    comparing: "正在比较…",
    notCompared: "上一条事件加载失败。",
    first: (days) => `该事件是此资源最近${days}天内的第一条事件。`,
    nothing: "没有差异。",
    count: (count) => `${count.toLocaleString("en")} 处差异`,
    comparedWith: { before: "比较对象：", after: (time) => `，${time}` },
    viewPrevious: "查看上一条事件",
    differences: "差异",
    incidental: "其他差异（各事件均不相同）",
    kinds: { added: "新增", removed: "删除", changed: "修改" },
    before: "之前",
    after: "之后",
    showAll: (length) => `显示全部${length.toLocaleString("en")}个字符`,
    showLess: "收起",
    showMore: (count, left) => `再显示${count}处，剩余${left.toLocaleString("en")}处`,
  },
};
