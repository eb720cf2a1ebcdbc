import type { Browser } from "@playwright/test";
import { Progress, readable } from "../run/progress.ts";
import { startBrowser } from "./browser.ts";
import { type ConsoleFigure, mostFigure, plainFigure, scoreFigure, timesFigure } from "./figure.ts";
import { measureFilters } from "./filters.ts";
import { measureLargeTrace } from "./large-trace.ts";
import { measureLighthouse } from "./lighthouse.ts";
import { measureFirstLoad, measureNavigation } from "./navigation.ts";
import { measureOverview } from "./overview.ts";
import { type ScrolledList, measureScrolling } from "./scrolling.ts";
import { type Target, listAddress, overviewAddress } from "./target.ts";

const seed = 7;
const mostRows = 100_000;
/** More elements than this are not those of one screen, px aside. */
const mostElements = 3_000;
/** What the heap may grow by on a way that was gone before, MB. */
const mostGrowth = 5;

const kB = (bytes: number) => `${readable(bytes / 1000, 1)} kB`;
const seconds = (ms: number) => `${readable(ms / 1000, 1)} s`;
const megabytes = (bytes: number) => bytes / 1_000_000;

function scrollingFigures({ reading, again, heap }: ScrolledList): ConsoleFigure[] {
  const rows = `${readable(reading.rows)} rows`;
  const longest = Math.max(reading.longestTask, again.longestTask);
  const perRow = (heap.loaded - heap.before) / Math.max(1, reading.rows);
  return [
    mostFigure(`Scrolling through ${rows}: longest task`, longest, 100, " ms"),
    plainFigure(
      "… tasks over 100 ms while they load, and once more",
      `${reading.longTasks}, ${again.longTasks}`,
    ),
    mostFigure(
      "… elements in the document at most",
      Math.max(reading.mostElements, again.mostElements),
      mostElements,
    ),
    plainFigure(
      "… JavaScript heap before, and with these rows",
      `${readable(megabytes(heap.before), 1)} MB, ${readable(megabytes(heap.loaded), 1)} MB (${kB(perRow)} for each row)`,
    ),
    mostFigure(
      "… growth of the heap by the same way once more",
      megabytes(heap.again - heap.loaded),
      mostGrowth,
      " MB",
    ),
  ];
}

/** What can be measured by itself. */
export const parts = [
  "navigation",
  "filters",
  "dialog",
  "scrolling",
  "overview",
  "lighthouse",
] as const;
export type Part = (typeof parts)[number];

async function measureNavigations(browser: Browser, target: Target): Promise<ConsoleFigure[]> {
  const times = await measureNavigation(browser, target, 20);
  const { script, style, all } = await measureFirstLoad(browser, target);
  const bytes = [script, style, all].map(kB).join(", ");
  return [
    timesFigure("First rows after navigation, nothing cached", times, 1_000),
    plainFigure("First visit: scripts, styles, everything", bytes),
  ];
}

/** Measures one part of the console; files may lie in `folder`. */
async function measurePart(
  part: Part,
  browser: Browser,
  target: Target,
  folder: string,
): Promise<ConsoleFigure[]> {
  switch (part) {
    case "navigation":
      return measureNavigations(browser, target);
    case "filters": {
      const times = await measureFilters(browser, target, 40, seed);
      return [timesFigure("New rows after a change of a filter", times, 200)];
    }
    case "dialog": {
      const times = await measureLargeTrace(browser, target, 10);
      return [timesFigure("A trace of 2 MB in View Trace", times, 100)];
    }
    case "scrolling":
      return scrollingFigures(await measureScrolling(browser, target, mostRows));
    case "overview": {
      const { counted, complete, longestTask } = await measureOverview(browser, target);
      return [
        plainFigure("Overview: all cards but that of the addresses", seconds(counted)),
        plainFigure("… the addresses, for which all traces are read", seconds(complete)),
        mostFigure("… longest task of the page meanwhile", longestTask, 100, " ms"),
      ];
    }
    case "lighthouse": {
      const pages = {
        "Trace List": listAddress(target, target.end),
        Overview: overviewAddress(target),
      };
      return Object.entries(pages).flatMap(([name, address]) => {
        const { accessibility, performance } = measureLighthouse(target, address, folder);
        return [
          scoreFigure(`Lighthouse, ${name}: accessibility`, accessibility, 100),
          scoreFigure(`Lighthouse, ${name}: performance`, performance, 95),
        ];
      });
    }
  }
}

/**
 * Measures the console of a server in Chromium.
 *
 * @param folder where files may lie
 * @returns the figures, and which Chromium it was
 */
export async function measureConsole(
  target: Target,
  folder: string,
  wanted: readonly Part[],
): Promise<{ figures: ConsoleFigure[]; chromium: string }> {
  const figures: ConsoleFigure[] = [];
  const browser = await startBrowser();
  const chromium = browser.version();
  try {
    console.log(`Chromium ${chromium}`);
    for (const part of wanted) {
      const progress = new Progress(`Console: ${part}`);
      const measured = await measurePart(part, browser, target, folder);
      progress.done(measured.map((figure) => `${figure.title}: ${figure.measured}`).join("; "));
      figures.push(...measured);
    }
  } finally {
    await browser.close();
  }
  return { figures, chromium };
}
