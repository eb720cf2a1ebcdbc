import type { OperationTable } from "./operation-words.ts";

/** CTS itself: its own operations, and what this console records of what is done with it. */
export const ctsOperations: OperationTable = {
  createTracker: { en: ["create", "created", "a tracker"], zh: ["创建", "追踪器"] },
  updateTracker: { en: ["modify", "modified", "a tracker"], zh: ["修改", "追踪器"] },
  deleteTracker: { en: ["delete", "deleted", "a tracker"], zh: ["删除", "追踪器"] },
  listTrackers: { en: ["list", "listed", "trackers"], zh: ["查询", "追踪器列表"] },
  createTrackerTags: {
    en: ["add tags to", "added tags to", "a tracker"],
    zh: ["为追踪器", "添加", "标签"],
  },
  deleteTrackerTags: {
    en: ["delete tags of", "deleted tags of", "a tracker"],
    zh: ["从追踪器", "中删除", "标签"],
  },
  createNotification: {
    en: ["create", "created", "a key event notification"],
    zh: ["创建", "关键操作通知"],
  },
  updateNotification: {
    en: ["modify", "modified", "a key event notification"],
    zh: ["修改", "关键操作通知"],
  },
  updateNotificationStatus: {
    en: ["change the status of", "changed the status of", "a key event notification"],
    zh: ["为关键操作通知", "修改", "状态"],
  },
  deleteNotification: {
    en: ["delete", "deleted", "a key event notification"],
    zh: ["删除", "关键操作通知"],
  },
  listNotification: {
    en: ["list", "listed", "key event notifications"],
    zh: ["查询", "关键操作通知列表"],
  },
  updateConfiguration: {
    en: ["modify", "modified", "the CTS configuration"],
    zh: ["修改", "云审计服务配置"],
  },
  showConfiguration: {
    en: ["view", "viewed", "the CTS configuration"],
    zh: ["查询", "云审计服务配置"],
  },
  listTraces: { en: ["list", "listed", "traces"], zh: ["查询", "事件列表"] },
  exportTrace: { en: ["export", "exported", "traces"], zh: ["导出", "事件"] },
  deleteExpiredTraces: { en: ["delete", "deleted", "expired traces"], zh: ["删除", "过期事件"] },
  createSavedView: { en: ["create", "created", "a saved view"], zh: ["创建", "已保存视图"] },
  updateSavedView: { en: ["modify", "modified", "a saved view"], zh: ["修改", "已保存视图"] },
  deleteSavedView: { en: ["delete", "deleted", "a saved view"], zh: ["删除", "已保存视图"] },
  // Who may use the console, and who does.
  login: { en: ["sign in", "signed in", ""], zh: ["登录", "系统"] },
  logout: { en: ["sign out", "signed out", ""], zh: ["退出", "登录"] },
  changePassword: {
    en: ["change their password", "changed their password", ""],
    zh: ["修改", "自己的密码"],
  },
  endSession: { en: ["end", "ended", "a session"], zh: ["结束", "会话"] },
  endSessions: {
    en: ["end all sessions of", "ended all sessions of", "a user"],
    zh: ["为用户", "结束", "所有会话"],
  },
  createUser: { en: ["create", "created", "a user"], zh: ["创建", "用户"] },
  updateUser: { en: ["modify", "modified", "a user"], zh: ["修改", "用户"] },
  deleteUser: { en: ["delete", "deleted", "a user"], zh: ["删除", "用户"] },
  createProject: { en: ["create", "created", "a project"], zh: ["创建", "项目"] },
  addCredential: { en: ["create", "created", "an access key"], zh: ["创建", "访问密钥"] },
  updateCredential: {
    en: ["enable or disable", "enabled or disabled", "an access key"],
    zh: ["启用或停用", "访问密钥"],
  },
  deleteCredential: { en: ["delete", "deleted", "an access key"], zh: ["删除", "访问密钥"] },
  createToken: { en: ["get", "got", "a token"], zh: ["获取", "令牌"] },
  accessDenied: { en: ["get access", "got access", ""], zh: ["获取", "访问权限"] },
};
