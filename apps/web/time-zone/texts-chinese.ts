import type { texts } from "./texts.ts";

/** What the switch of the time zone says in Chinese (simplified). */
export const chinese: typeof texts.english = {
  label: "时区",
  local: (offset) => `本地时间（${offset}）`,
  named: (offset, zone) => `${offset}（${zone}）`,
  first: "常用时区",
  others: "其他时区",
  none: "没有该时区",
};
