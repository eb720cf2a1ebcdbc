import type { texts } from "./texts.ts";

/** What the actions on the values of the table say in Chinese (simplified). */
export const chinese: typeof texts.english = {
  keys: "在事件行中，按左、右方向键可在能够筛选的值之间移动，按 Enter 键打开该值的操作菜单。",
  actions: (label, value) => `按${label}筛选：${value}`,
  changes: { include: "仅看此值", only: "仅保留此值", exclude: "排除此值" },
  add: "同时查看此值",
  also: "同时查看 ",
  copy: "复制值",
  copied: "已复制",
  notCopied: "复制失败。",
  timelines: {
    resource_id: "时间线：该资源的所有事件",
    user: "时间线：该操作用户的所有事件",
    access_key_id: "时间线：该访问密钥的所有事件",
    source_ip: "时间线：该源IP的所有事件",
  },
  done: {
    include: (label, value) => `已添加筛选条件：${label}为 ${value}`,
    only: (label, value) => `已修改筛选条件：${label}仅为 ${value}`,
    exclude: (label, value) => `已添加筛选条件：${label}不是 ${value}`,
    timeline: (label, value) => `${label} ${value} 的时间线`,
  },
  problems: {
    tooLong: (most) => `该值过长，筛选条件最多支持${most}个字符。`,
    tooMany: (most) => `该筛选条件已有${most}个值，已达上限。`,
    unwritable: () => "该值包含残缺字符，无法写入页面地址。",
  },
};
