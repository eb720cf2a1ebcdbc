import type { texts } from "./disabled-notice-texts.ts";

/** What the notice above the Trace List says in Chinese. */
export const chinese: typeof texts.english = {
  before: "云审计服务已停用：本项目不再记录新的管理事件。请在",
  trackerList: "追踪器列表",
  after: "中启用追踪器 system。",
};
