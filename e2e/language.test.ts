import { type Page, expect } from "@playwright/test";
import { test } from "./demo-test.ts";
import { sampled, sampleOf } from "./exhaustive.ts";
import { signedOutState } from "./trace-server.ts";
import { tracesRegion } from "./trace-list-page.ts";

/** Opens the menu of language and theme, whatever the language is. */
async function openAppearance(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Language and appearance|语言和外观)$/ }).click();
}

/** Lets the console speak Chinese from now on. */
async function speakChinese(page: Page): Promise<void> {
  await openAppearance(page);
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.keyboard.press("Escape");
}

const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });

test("the language changes at once, for every tab, and stays after a reload", async ({
  page,
  context,
}) => {
  await page.goto("/trace-list?range=1d");
  await expect(heading(page, "Trace List")).toBeVisible();
  const other = await context.newPage();
  await other.goto("/account");
  await expect(heading(other, "My Account")).toBeVisible();

  await speakChinese(page);
  await expect(heading(page, "事件列表")).toBeVisible();
  await expect(page).toHaveTitle("事件列表 - Trace Console");
  await expect(page.getByRole("combobox", { name: "区域" })).toHaveValue("华北-北京四");
  await expect(page.getByRole("columnheader", { name: "操作用户" })).toBeVisible();
  await expect(page.getByRole("status", { name: "总数" })).toHaveText(/^[\d,]+ 条事件$/);
  const times = page.getByText(/^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2} GMT\+08:00$/);
  await expect(times.first()).toBeVisible();
  await expect(heading(other, "我的账号")).toBeVisible();

  await page.reload();
  await expect(heading(page, "事件列表")).toBeVisible();
  await openAppearance(page);
  await page.getByRole("button", { name: "English" }).click();
  await expect(heading(page, "Trace List")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("a theme is chosen and kept", async ({ page }) => {
  const scheme = (name: string) =>
    expect(page.locator(":root")).toHaveAttribute("data-mantine-color-scheme", name);
  await page.goto("/trace-list");
  await scheme("light");
  await openAppearance(page);
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  await scheme("dark");
  await page.reload();
  await scheme("dark");
  await openAppearance(page);
  await page.getByRole("button", { name: "As the system" }).click();
  await scheme("light");
  await page.emulateMedia({ colorScheme: "dark" });
  await scheme("dark");
});

test("what the service refuses is told in Chinese, with its own words behind", async ({ page }) => {
  await page.goto("/account");
  await speakChinese(page);
  await page.getByLabel("当前密码", { exact: true }).fill("not this one");
  await page.getByLabel("新密码", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "修改密码" }).click();
  await expect(page.getByRole("alert")).toHaveText(
    "请按详情更换密码。详情：The current password is wrong.",
  );
});

/** Names that are the same in every language. */
const names =
  /\b(Trace Console|ModelArts|English|Key Event|Project ID|Administrator|FullAccess|ReadOnlyAccess|JSON|YYYY|HTTPS?|OpenAPI)\b/g;

/** English texts in what the page says by itself: not in data, nor in what is marked as English. */
async function englishTexts(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const data =
      "td, dd, th[scope=row], pre, code, bdi, [lang=en], option, [role=option], input, script, style, noscript";
    const found: string[] = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest(data) === null) found.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]")) {
      if (element.closest("td, dd, th[scope=row], [lang=en], [role=option]") !== null) continue;
      for (const name of ["aria-label", "placeholder", "title"]) {
        found.push(element.getAttribute(name) ?? "");
      }
    }
    return found;
  });
  // Where Chinese stands as well, the rest is a name in the sentence.
  const isEnglish = (text: string) =>
    /[a-z]{4,}/i.test(text.replaceAll(names, "")) && !/\p{Script=Han}/u.test(text);
  return said.filter(isEnglish);
}

/** The pages and some of their states, each opened in Chinese. */
const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "the Trace List": async (page) => {
    await page.goto("/trace-list?range=1d");
    await expect(tracesRegion(page).or(page.getByRole("region", { name: "事件" }))).toBeVisible();
    await page
      .getByRole("button", { name: "使用流程" })
      .or(page.locator("h2 button"))
      .first()
      .click();
  },
  "the calendar": async (page) => {
    await page.goto("/trace-list?range=1d");
    await page.getByRole("button", { name: "自定义时间段" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "the dialog View Trace": async (page) => {
    await page.goto("/trace-list?range=1d");
    await page.getByRole("button", { name: "查看事件" }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "nothing found": async (page) => {
    await page.goto("/trace-list?range=1d&trace_name=NoSuchTrace");
    await expect(page.getByRole("heading", { level: 2 }).last()).toBeVisible();
  },
  "the overview": async (page) => {
    await page.goto("/overview");
    await expect(heading(page, "总览")).toBeVisible();
    await expect(page.locator('main section[aria-busy="false"]')).toHaveCount(7);
  },
  "the trackers": async (page) => {
    await page.goto("/tracker-list");
    await expect(heading(page, "追踪器列表")).toBeVisible();
  },
  "the form of a notification": async (page) => {
    await page.goto("/notifications");
    await expect(heading(page, "关键操作通知")).toBeVisible();
    await page.getByRole("button", { name: "创建关键操作通知" }).click();
    await expect(heading(page, "创建关键操作通知")).toBeVisible();
  },
  "the trace structure": async (page) => {
    await page.goto("/trace-structure");
    await expect(heading(page, "事件结构")).toBeVisible();
    // The descriptions as well, also of what is within user.
    const english = page.getByRole("cell").filter({ hasText: /^(?!.*\p{Script=Han}).* .*\.$/u });
    await expect(page.getByRole("cell", { name: "事件级别：" })).toHaveCount(1);
    await expect(english).toHaveCount(0);
  },
  "the API reference": async (page) => {
    await page.goto("/api-reference");
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await expect(page.getByText("仅有英文")).toBeVisible();
  },
  "my account": async (page) => {
    await page.goto("/account");
    await expect(heading(page, "我的账号")).toBeVisible();
  },
  "the form for a user": async (page) => {
    await page.goto("/users");
    await expect(page.getByRole("rowheader").first()).toBeVisible();
    await page
      .getByRole("button", { name: /添加|新增|创建/ })
      .first()
      .click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "the projects": async (page) => {
    await page.goto("/projects");
    await expect(page.getByRole("rowheader").first()).toBeVisible();
  },
  "an address that leads nowhere": async (page) => {
    await page.goto("/no-such-page");
    await expect(heading(page, "页面不存在")).toBeVisible();
  },
};

test.describe("in a browser that prefers Chinese", () => {
  test.use({ locale: "zh-CN" });

  for (const [state, open] of sampleOf(Object.entries(states), 8)) {
    test(`nothing is left in English: ${state}`, sampled, async ({ page }) => {
      await open(page);
      expect(await englishTexts(page)).toEqual([]);
    });
  }

  test.describe("signed out", () => {
    test.use({ storageState: signedOutState });

    test("the sign-in is Chinese, and changes to English", async ({ page }) => {
      await page.goto("/");
      await expect(heading(page, "登录")).toBeVisible();
      expect(await englishTexts(page)).toEqual([]);
      await openAppearance(page);
      await page.getByRole("button", { name: "English" }).click();
      await expect(heading(page, "Sign in")).toBeVisible();
    });
  });
});
