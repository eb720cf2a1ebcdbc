import type { texts } from "./texts.ts";

/** What is said of links to a trace, and of how long it is kept, in Chinese (simplified). */
export const chinese: typeof texts.english = {
  loading: "正在加载事件…",
  notLoaded: "事件加载失败",
  expired: {
    title: "该事件已不再保存",
    text: (days) => `事件保留 ${days} 天。`,
  },
  unknown: {
    title: "该事件不在此项目中",
    text: "请检查链接，并确认区域和项目与事件一致。",
  },
  id: (id) => `事件ID：${id}`,
  back: "返回事件列表",
  copyLink: "复制链接",
  copied: "链接已复制",
  notCopied: "浏览器不允许页面复制，请复制页面地址。",
  expiry: {
    in: (time) => `将在 ${time}后过期`,
    days: (days) => `${days} 天`,
    hours: (hours) => `${hours} 小时`,
    withinTheHour: "将在 1 小时内过期",
    expired: "已过期",
  },
};
