import type { Browser } from "@playwright/test";
import { withNewPage } from "./browser.ts";
import { largeName } from "./store.ts";
import { type Target, listAddress } from "./target.ts";

/** Waits for the next click and the lines of a dialog. Runs in the page. @returns ms in between */
function timeNextDialog(): Promise<number> {
  const isThere = () => document.querySelector('[role="dialog"] [role="treeitem"]') !== null;
  return new Promise((resolve) => {
    const onClick = ({ timeStamp }: Event) => {
      const look = () => {
        if (isThere()) requestAnimationFrame(() => resolve(performance.now() - timeStamp));
        else requestAnimationFrame(look);
      };
      look();
    };
    addEventListener("click", onClick, { capture: true, once: true });
  });
}

/** How long after the click on View Trace a trace of 2 MB can be read, ms. */
export function measureLargeTrace(
  browser: Browser,
  target: Target,
  times: number,
): Promise<number[]> {
  return withNewPage(browser, target, async (page) => {
    await page.goto(listAddress(target, target.end, { trace_name: largeName }));
    const link = page.getByRole("button", { name: "View Trace" });
    await link.waitFor();
    await page.waitForLoadState("networkidle");
    const measured: number[] = [];
    // The first time, the code of the dialog comes as well: it is fetched once.
    for (let index = 0; index <= times; index += 1) {
      const timed = page.evaluate(timeNextDialog);
      await link.click();
      const ms = await timed;
      if (index > 0) measured.push(ms);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    return measured;
  });
}
