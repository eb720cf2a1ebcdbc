import type { Browser } from "@playwright/test";
import { withNewPage } from "./browser.ts";
import { type Target, overviewAddress } from "./target.ts";

/** How the Overview comes together; ms since its address was entered. */
export interface OverviewTimes {
  /** All cards but that of the addresses are there. */
  readonly counted: number;
  /** The last card is there: all traces are read for it. */
  readonly complete: number;
  /** The longest task of the page in between, 0 when none took 50 ms or more. */
  readonly longestTask: number;
}

/** Waits until at most so many cards are on their way. Runs in the page. @returns the moment */
function timeCards(most: number): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const cards = document.querySelectorAll("main section[aria-busy]");
      const busy = document.querySelectorAll('main section[aria-busy="true"]');
      if (cards.length > most && busy.length <= most) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** The longest task since a moment, 0 when none took 50 ms or more. Runs in the page. */
async function longestTaskSince(start: number): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const tasks = list.getEntries().filter(({ startTime }) => startTime >= start);
      resolve(Math.max(0, ...tasks.map(({ duration }) => duration)));
    });
    observer.observe({ type: "longtask", buffered: true });
    // Without any entry nobody calls.
    setTimeout(resolve, 500, 0);
  });
}

/** Opens the Overview of a week and waits until its last card is there. */
export function measureOverview(browser: Browser, target: Target): Promise<OverviewTimes> {
  return withNewPage(browser, target, async (page) => {
    page.setDefaultTimeout(0);
    await page.goto(overviewAddress(target), { waitUntil: "commit" });
    await page.locator("main section[aria-busy]").first().waitFor();
    const counted = await page.evaluate(timeCards, 1);
    const complete = await page.evaluate(timeCards, 0);
    return { counted, complete, longestTask: await page.evaluate(longestTaskSince, counted) };
  });
}
