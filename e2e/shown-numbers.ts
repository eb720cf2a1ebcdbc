import { type Page, expect } from "@playwright/test";
import { field } from "./trace-list-page.ts";

/** The numbers that the page shows at a moment, as they are written there. */
export interface ShownNumbers {
  /** The total; empty while it is counted. */
  readonly total: string;
  /** What stands in its place then. */
  readonly counting: string;
  /** The counts of the histogram's legend; none while nothing is known. */
  readonly legend: readonly string[];
  /** What stands beside the legend while it is counted. */
  readonly head: string;
}

/** After this time the numbers are taken as they are, in milliseconds. */
const patience = 8_000;

/** Watches a page that has just been asked for. @returns what it showed until all was counted. */
export async function watchNumbers(page: Page): Promise<ShownNumbers[]> {
  const watched: unknown = JSON.parse(await page.evaluate(watchInPage, patience));
  if (!isList(watched)) throw new Error("The page showed no numbers.");
  return watched;
}

function isList(value: unknown): value is ShownNumbers[] {
  return Array.isArray(value);
}

/** Runs in the page. @returns JSON text of all that was shown, each different state once. */
async function watchInPage(limit: number): Promise<string> {
  const seen: string[] = [];
  const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? "";
  const isSettled = (selector: string) =>
    document.querySelector(selector)?.getAttribute("aria-busy") === "false";
  const histogram = '[aria-label="Histogram over time"]';
  const deadline = performance.now() + limit;
  let state = { total: "", counting: "", legend: [""], head: "" };
  let isDone = false;
  while (!isDone && performance.now() < deadline) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
    const status = document.querySelector('[role="status"][aria-label="Total"]');
    const next = status?.nextElementSibling;
    const counts = document.querySelectorAll('[aria-label="Counts by trace status"] li');
    state = {
      total: status?.textContent ?? "",
      counting: next?.matches('span[aria-hidden="true"]') ? (next.textContent ?? "") : "",
      legend: [...counts].flatMap(({ textContent }) => textContent?.match(/[\d,]+$/) ?? []),
      head: textOf(`${histogram} ul + span`),
    };
    const text = JSON.stringify(state);
    if (text !== seen.at(-1)) seen.push(text);
    isDone =
      isSettled('[role="region"][aria-label="Traces"], section[aria-label="Traces"]') &&
      isSettled(histogram) &&
      state.total !== "" &&
      state.legend.length > 0;
  }
  return `[${seen.join(",")}]`;
}

/** A number as it is written: 1,234. */
export function readNumber(text: string): number {
  return Number(text.replaceAll(",", ""));
}

/** Opens the menu of a filter. @returns its values with their counts, once these are counted. */
export async function readMenu(page: Page, label: string): Promise<Record<string, number>> {
  await field(page, label).click();
  const options = page.getByRole("option");
  const read = () =>
    options.evaluateAll((all) =>
      all.flatMap((option): [string, string][] => {
        const value = option.querySelector("bdi");
        const count = value?.nextElementSibling?.textContent;
        return value && count ? [[value.textContent ?? "", count]] : [];
      }),
    );
  // A plus marks what is still being counted.
  await expect
    .poll(async () => (await read()).filter(([, count]) => count.endsWith("+")))
    .toEqual([]);
  const found = await read();
  await page.keyboard.press("Escape");
  await expect(options).toHaveCount(0);
  return Object.fromEntries(found.map(([value, count]) => [value, readNumber(count)]));
}

/** The sum of the bars, read from the table that stands for them. */
export async function sumOfBars(page: Page): Promise<number> {
  const histogram = page.getByRole("region", { name: "Histogram over time" });
  await histogram.getByRole("button", { name: "Show as table" }).click();
  const totals = await histogram
    .getByRole("table")
    .locator("tbody td:last-child")
    .allTextContents();
  return totals.map(readNumber).reduce((sum, count) => sum + count, 0);
}
