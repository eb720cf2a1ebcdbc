import type { texts } from "./texts.ts";

/** What the menu of saved views says in Chinese (simplified). */
export const chinese: typeof texts.english = {
  title: "已保存视图",
  changed: "已修改",
  save: "保存当前视图…",
  own: "我的视图",
  others: "他人共享的视图",
  shared: "已共享",
  unusable: "已无法使用",
  whyUnusable: "由其他版本保存",
  by: (owner) => `创建者：${owner}`,
  loading: "正在加载视图…",
  notLoaded: "视图加载失败。",
  retry: "重试",
  none: "暂无已保存视图。设置筛选条件和时间范围后，可保存为视图。",
  edit: "编辑",
  delete: "删除",
  colon: "：",
  separator: " · ",
  range: (start, end) => `${start} — ${end}`,
  current: {
    title: (name) => `视图“${name}”已修改`,
    about: "当前列表与该视图保存的内容不一致。",
    overwrite: "覆盖该视图",
    discard: "放弃修改",
    notYours: (owner) => `仅${owner}或管理员可以覆盖该视图。`,
  },
  form: {
    createTitle: "保存当前视图",
    editTitle: (name) => `编辑视图“${name}”`,
    name: "名称",
    share: "在项目内共享",
    aboutSharing: "所有可查看该项目事件的用户都能看到该视图。",
    submit: "保存",
    cancel: "取消",
  },
  deletion: {
    title: (name) => `确定删除视图“${name}”？`,
    own: "删除后不可恢复，事件不受影响。",
    shared: "删除后项目内所有用户都无法再使用该视图，且不可恢复，事件不受影响。",
  },
  said: {
    saved: (name) => `视图“${name}”已保存。`,
    deleted: (name) => `视图“${name}”已删除。`,
  },
};
