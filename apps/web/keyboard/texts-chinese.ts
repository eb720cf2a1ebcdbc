import type { texts } from "./texts.ts";

/** What the help for the keys says in Chinese (simplified). */
export const chinese: typeof texts.english = {
  title: "快捷键",
  close: "关闭",
  caption: "本页面的快捷键",
  key: "按键",
  action: "操作",
  actions: {
    search: "搜索文本",
    refresh: "刷新",
    export: "导出",
    nextRow: "下一条事件",
    previousRow: "上一条事件",
    toggleRow: "展开或收起事件",
    viewTrace: "查看事件",
    help: "显示快捷键",
  },
  groups: { list: "事件列表", rows: "事件", everywhere: "所有页面" },
  singleKeys: "单键快捷键",
  aboutSingleKeys: "如果您使用语音输入或容易误触按键，可以关闭。按键“?”始终有效。",
};
