import type { texts } from "./texts.ts";

/** What the settings of the table say in Chinese (simplified). */
export const chinese: typeof texts.english = {
  columns: "列设置",
  column: "列",
  width: "列宽（像素）",
  list: "表格列",
  moveUp: (title) => `上移：${title}`,
  moveDown: (title) => `下移：${title}`,
  moved: (title, place, count) => `${title}：第${place}列，共${count}列`,
  oneStays: "至少保留一列。",
  widthOf: (title) => `${title}的列宽`,
  pixels: (width) => `${width}像素`,
  density: "行高",
  densities: { comfortable: "宽松", compact: "紧凑" },
  wrap: "自动换行",
  reset: "恢复默认",
};
