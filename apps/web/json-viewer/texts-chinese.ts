import type { texts } from "./texts.ts";

/** What the JSON viewer says in Chinese (simplified). */
export const chinese: typeof texts.english = {
  lines: "各行",
  keys: "按上、下方向键逐行移动，按左、右方向键折叠、展开，按 Home、End 键移至第一行、最后一行。按 C 键复制该行的值，按 P 键复制其路径。",
  continued: "接上一行",
  search: "在该事件中搜索",
  previous: "上一处",
  next: "下一处",
  noMatch: "无匹配",
  position: (at, total) => `第${at.toLocaleString("en")}处，共${total}处`,
  form: "字符串中的JSON",
  forms: { wire: "原始格式", unfolded: "展开显示" },
  foldAll: "全部折叠",
  unfoldAll: "全部展开",
  held: "字符串中的JSON",
  contentsOf: (name) => `${name}的内容`,
  everything: "该事件",
  fields: (count) => `${count.toLocaleString("en")}个字段`,
  items: (count) => `${count.toLocaleString("en")}项`,
  copyValue: "复制值",
  copyPath: "复制路径",
};
