import type { texts } from "./view-trace-texts.ts";

/** What the dialog "View Trace" says in Chinese (simplified). */
export const chinese: typeof texts.english = {
  title: "查看事件",
  close: "关闭",
  json: "事件JSON",
  structure: "事件结构",
  copy: "复制",
  copied: "已复制",
  valueCopied: "已复制值",
  pathCopied: "已复制路径",
  notCopied: "浏览器不允许页面复制，请使用“下载”。",
  download: "下载",
};
