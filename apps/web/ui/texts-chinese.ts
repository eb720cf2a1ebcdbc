import type { texts } from "./texts.ts";

/** What the parts that every page uses say themselves, in Chinese. */
export const chinese: typeof texts.english = {
  cancel: "取消",
  help: (about) => `帮助：${about}`,
  notShown: "页面无法显示",
  reload: "重新加载",
  maybeReplaced: "无法获取页面代码：服务无法连接，或已安装新版本。请重新加载页面。",
  offline: "网络已断开",
  notHereYet: "该页面尚未打开过，需要先获取其代码。请检查网络连接；页面会自动重新加载。",
  noAnswer: "服务尚未响应。请稍后重试。",
};
