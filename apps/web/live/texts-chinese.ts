import type { texts } from "./texts.ts";

/** What Live says in Chinese (simplified). */
export const chinese: typeof texts.english = {
  live: "实时",
  about: "自动显示新事件",
  switched: (range) => `实时更新截止到当前时刻，时间范围已切换为${range}。`,
  newTraces: (count, isMore) => `${isMore ? "超过 " : ""}${count.toLocaleString("en")} 条新事件`,
  interrupted: (reason, seconds) => `实时更新已中断：${reason}；${seconds} 秒后重试。`,
  notLoaded: "实时更新加载失败，请重新加载页面。",
};
