import type { texts } from "./texts.ts";

/** What stands where the Trace List is empty, in Chinese. */
export const chinese: typeof texts.english = {
  title: "未找到事件",
  range: (from, to) => `${from} 至 ${to}`,
  kinds: { system: "管理事件", data: "数据事件" },
  noFilters: "，无其他筛选条件",
  looking: "正在查找原因…",
  helps: "以下操作可以找到事件：",
  without: {
    before: (label) => `去掉${label}：`,
    after: (count) => ` — ${count}`,
  },
  between: "、",
  andMore: (values, others) => `${values}等，另有${others}项`,
  withoutAny: (count) => `去掉所有筛选条件 — 该时间范围内有 ${count}`,
  earlier: (time) => `更早：${time}`,
  later: (time) => `更晚：${time}`,
  latest: {
    system: (time) => `该项目最新的管理事件：${time}`,
    data: (time) => `该项目最新的数据事件：${time}`,
  },
  nothingStored: (days) =>
    `最近${days}天内，该项目没有存入任何事件。新事件约在操作发生1分钟后显示，数据事件约5分钟后显示。`,
  unchecked: "部分内容未能检查。",
};
