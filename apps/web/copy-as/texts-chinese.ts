import type { texts } from "./texts.ts";

/** What "Copy as" says in Chinese (simplified). */
export const chinese: typeof texts.english = {
  forms: { link: "链接", curl: "curl", python: "Python SDK" },
  copied: (form) => `已复制为${form}`,
  notCopied: "浏览器不允许页面复制，请用Ctrl+C或⌘C复制以下文本。",
  text: (form) => `${form}，待复制`,
  curl: {
    pages: (most) =>
      `CTS API的ListTraces每次最多返回${most}条事件，最新的在前。查询更早的事件时，在地址中加上next=MARKER，取值为响应中的marker。`,
    token: "TOKEN为以下请求的响应头X-Subject-Token，24小时内有效：",
    left: "ListTraces不支持控制台的以下筛选条件，因此会返回更多事件：",
  },
  python: {
    install: "pip install huaweicloudsdkcts",
    keys: "CLOUD_SDK_AK和CLOUD_SDK_SK为本控制台的访问密钥（我的账号）。",
    left: "ListTraces不支持控制台的以下筛选条件，因此会返回更多事件：",
  },
};
