import { type Browser, type BrowserContext, type Page, chromium } from "@playwright/test";
import { chromiumSwitches } from "../../scripts/chromium-switches.mjs";
import type { Target } from "./target.ts";

// Exact figures of the memory.
const args = [...chromiumSwitches, "--enable-precise-memory-info"];

/** Starts Chromium: that of CHROMIUM_PATH, else Playwright's own. */
export function startBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"];
  return chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
}

/** Runs `work` in a window that nobody has used before, signed in. */
export async function withNewPage<T>(
  browser: Browser,
  { origin, cookie }: Target,
  work: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: "Strict" }]);
  try {
    return await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** The heap of the page's JavaScript in bytes, without what nobody needs any more. */
export async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}
