import type { texts } from "./texts.ts";

/** What the search for a text says in Chinese (simplified). */
export const chinese: typeof texts.english = {
  label: "搜索文本",
  placeholder: "在请求、响应、备注、名称等内容中搜索",
  clear: "清除搜索文本",
  tooLong: (length, most) => `该文本有${length}个字符，最多可搜索${most}个字符。`,
  foundIn: "命中字段 ",
  colon: "：",
  foundSomewhere: "该事件包含搜索文本",
  more: (count) => `另有${count}处`,
};
