import type { texts } from "./texts.ts";

/** What the Tracker List says in Chinese. */
export const chinese: typeof texts.english = {
  title: "追踪器列表",
  loading: "加载中…",
  loadFailed: "追踪器加载失败",
  about:
    "追踪器决定记录哪些操作。追踪器 system 记录项目的管理事件；数据追踪器记录对桶中数据的操作。",
  onlyReading:
    "您可以查看追踪器，但不能修改：修改需要本项目的角色CTS FullAccess，可由本控制台的管理员授予。",
  trackers: "追踪器",
  name: "追踪器名称",
  type: "追踪器类型",
  types: { system: "管理追踪器", data: "数据追踪器" },
  bucket: "OBS桶",
  transferTo: "转储至",
  status: "状态",
  statuses: { enabled: "已启用", disabled: "已停用" },
  operation: "操作",
  enable: "启用",
  disable: "停用",
  disableQuestion: (tracker) => `确定停用 ${tracker} 吗？`,
  disabling: "停用后不再记录新的事件，直到重新启用。已记录的事件会保留。",
};
