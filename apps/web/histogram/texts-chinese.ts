import type { texts } from "./texts.ts";

/** What the histogram of the Trace List says in Chinese (simplified). */
export const chinese: typeof texts.english = {
  title: "时间分布",
  picture: "柱状图",
  hint: "在柱状图上拖动，可缩小时间范围。",
  keys: "按左、右方向键逐个移动，按 Home、End 键移至第一个、最后一个柱形。同时按住 Shift 键可选择多个柱形；按 Enter 键设置时间范围，按 Esc 键取消选择。",
  legend: "各级别数量",
  statuses: { normal: "正常", warning: "警告", incident: "事故", other: "其他" },
  between: "，",
  told: (span, total, counts) => `${span}：${total.toLocaleString("en")} 条事件（${counts}）`,
  counting: (percent) => `统计中… ${percent}%`,
  undo: "撤销缩放",
  asTable: "以表格显示",
  table: "分时段统计",
  span: "时间范围",
  total: "总计",
  leftOut: "没有事件的时间段不显示。",
  notLoaded: "柱状图加载失败。",
  retry: "重试",
};
