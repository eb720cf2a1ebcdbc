import { tellInChinese } from "./errors-chinese.ts";
import type { texts } from "./texts.ts";

/** What is said of a request that failed, in Chinese. */
export const chinese: typeof texts.english = {
  offline: "网络已断开",
  checkNetwork: "请检查网络连接；页面会自动重试。",
  retry: "重试",
  requestId: "请求ID：",
  reason: tellInChinese,
};
