import type { texts } from "./texts.ts";

/** What the parts that every page uses say themselves, in Chinese. */
export const chinese: typeof texts.english = {
  cancel: "取消",
  help: (about) => `帮助：${about}`,
  notShown: "页面无法显示",
  reload: "重新加载",
  maybeReplaced: "页面代码可能已更新为新版本。请重新加载页面。",
};
