import type { texts } from "./texts.ts";

/** What the procedure for using CTS says in Chinese (simplified). */
export const chinese: typeof texts.english = {
  logIn: { title: "登录", text: "登录控制台。" },
  region: { title: "选择区域", text: "在左上角选择区域。" },
  list: { title: "选择事件列表", text: "位于左侧导航栏中。" },
  filters: {
    title: "设置筛选条件",
    text: "按需组合时间范围、事件来源、操作用户和事件级别。",
  },
  expand: { title: "展开事件", text: "单击事件左侧的箭头，展开其详细信息。" },
  view: { title: "查看事件", text: "在“操作”列中查看完整的事件结构。" },
};
