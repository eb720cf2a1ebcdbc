import { tellInChinese } from "./errors-chinese.ts";
import type { texts } from "./texts.ts";

/** What is said of a request that failed, in Chinese. */
export const chinese: typeof texts.english = {
  offline: "网络已断开",
  checkNetwork: "请检查网络连接；页面会自动重试。",
  sessionEnded: "您的会话当时已结束，该操作未执行。您已重新登录，请再试一次。",
  retry: "重试",
  requestId: "请求ID：",
  reason: tellInChinese,
};
