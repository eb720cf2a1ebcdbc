import type { texts } from "./texts.ts";

/** What the sign-in page says in Chinese. */
export const chinese: typeof texts.english = {
  title: "登录",
  ended: {
    what: "您的会话已结束。",
    before: "请以 ",
    after: " 重新登录，页面会保持原样，已填写的内容不会丢失。",
    why: "会话会在一段时间后结束；管理员结束会话、修改您的角色或密码时也会结束。如果密码被拒绝，请联系本控制台的管理员。",
    otherTab: "登录将在新标签页中打开。完成后请返回此页，页面会恢复原样。",
  },
  hint: "查看 ModelArts 操作的审计事件。",
  user: "用户",
  password: "密码",
  showCharacters: "显示密码",
  submit: "登录",
  signInWith: (name) => `使用 ${name} 登录`,
  failures: {
    unavailable: "身份提供商没有正常响应。请稍后重试，或使用密码登录。",
    expired: "本次登录已过期，或是在其他浏览器中发起的。请重试。",
    denied: "身份提供商拒绝了您的登录。请联系其管理员。",
    rejected: "无法接受身份提供商的应答。请重试；如再次发生，请联系本控制台的管理员。",
    no_user_name: "身份提供商没有给出可在此使用的用户名。请联系本控制台的管理员。",
    name_taken: "此处已有同名的其他用户。请联系本控制台的管理员。",
    disabled: "您的用户在此已被停用。请联系本控制台的管理员。",
    failed: "登录失败。请重试；如再次发生，请联系本控制台的管理员。",
  },
};
