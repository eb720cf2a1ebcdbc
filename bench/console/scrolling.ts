import type { Browser, Page } from "@playwright/test";
import { heapBytes, withNewPage } from "./browser.ts";
import { type Target, listAddress } from "./target.ts";

/** What scrolling cost; times in ms. */
export interface Scrolling {
  /** The last row that was reached, from 1. */
  readonly rows: number;
  /** The most elements that were in the document at once. */
  readonly mostElements: number;
  /** The longest task of the page, 0 when none took 50 ms or more. */
  readonly longestTask: number;
  /** How many tasks took more than 100 ms. */
  readonly longTasks: number;
}

export interface ScrolledList {
  readonly reading: Scrolling;
  /** The same way once more, with all rows loaded. */
  readonly again: Scrolling;
  /** Bytes of JavaScript's heap before, with all rows loaded, and after the same way once more. */
  readonly heap: { readonly before: number; readonly loaded: number; readonly again: number };
}

/** Scrolls from the top as fast as rows come, until `wanted` of them. Runs in the page. */
async function scrollInPage({
  wanted,
  step,
}: {
  wanted: number;
  step: number;
}): Promise<Scrolling> {
  const region = document.querySelector('[aria-label="Traces"][aria-busy]');
  if (region === null) throw new Error("there is no list");
  const tasks: number[] = [];
  const note = (entries: PerformanceEntryList) => {
    tasks.push(...entries.map(({ duration }) => duration));
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ entryTypes: ["longtask"] });
  let [rows, mostElements, waited] = [0, 0, 0];
  region.scrollTop = 0;
  // So many frames without a further row: the list is at its end.
  for (let frame = 0; rows < wanted && waited < 600; frame += 1) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
    region.scrollTop += step;
    const last = [...region.querySelectorAll("tr[aria-rowindex]")].at(-1);
    const reached = Number(last?.getAttribute("aria-rowindex") ?? 1) - 1;
    waited = reached > rows ? 0 : waited + 1;
    rows = Math.max(rows, reached);
    if (frame % 10 === 0) {
      mostElements = Math.max(mostElements, document.getElementsByTagName("*").length);
    }
  }
  note(observer.takeRecords());
  observer.disconnect();
  return {
    rows,
    mostElements,
    longestTask: Math.max(0, ...tasks),
    longTasks: tasks.filter((duration) => duration > 100).length,
  };
}

async function settle(page: Page): Promise<number> {
  await page.waitForLoadState("networkidle");
  return heapBytes(page);
}

/** Scrolls through so many rows as they are loaded, and once more when all are there. */
export function measureScrolling(
  browser: Browser,
  target: Target,
  wanted: number,
): Promise<ScrolledList> {
  return withNewPage(browser, target, async (page) => {
    await page.goto(listAddress(target, target.end));
    await page.locator('[aria-rowindex="2"]').waitFor();
    const before = await settle(page);
    const reading = await page.evaluate(scrollInPage, { wanted, step: 2_000 });
    const loaded = await settle(page);
    const again = await page.evaluate(scrollInPage, { wanted: reading.rows, step: 2_000 });
    return { reading, again, heap: { before, loaded, again: await settle(page) } };
  });
}
