import { type Locator, type Page, expect } from "@playwright/test";
import { type Trace, traceKind } from "@trace-console/contracts/trace";
import { test } from "./imported-test.ts";
import { beijing } from "./known-projects.ts";
import { expectTraces, openTraceList, rangeOf } from "./trace-list-page.ts";

const minute = 60_000;
const hour = 60 * minute;
/** What one bar stands for in the last day, and in the last week. */
const [widthOfDay, widthOfWeek] = [10 * minute, 2 * hour];

const isManagement = (trace: Trace) => traceKind(trace) === "system";

function histogram(page: Page): Locator {
  return page.getByRole("region", { name: "Histogram over time" });
}

function bars(page: Page): Locator {
  return histogram(page).getByRole("group", { name: "Bars over time" });
}

function button(page: Page, name: string): Locator {
  return histogram(page).getByRole("button", { name });
}

/** Waits until the histogram shows what was asked for. */
async function waitForBars(page: Page): Promise<void> {
  await expect(histogram(page)).toHaveAttribute("aria-busy", "false");
}

/** What the legend tells: `Normal 1,234`. */
function legend(page: Page): Locator {
  const list = histogram(page).getByRole("list", { name: "Counts by trace status" });
  return list.getByRole("listitem");
}

/** Expects that the counts of the legend sum to a total. */
async function expectSum(page: Page, total: number): Promise<void> {
  const sum = async () =>
    (await legend(page).allTextContents())
      .map((text) => Number(text.replaceAll(/\D/g, "")))
      .reduce((a, b) => a + b, 0);
  await expect.poll(sum).toBe(total);
}

/** Presses at a share of the picture's width and moves to another one. */
async function press(page: Page, from: number, to: number): Promise<void> {
  await waitForBars(page);
  const box = await bars(page).boundingBox();
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width * from, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * to, y + height / 2, { steps: 3 });
}

test("the bars sum to the total by status, and the table tells the same numbers", async ({
  page,
  known,
}) => {
  await openTraceList(page, beijing, { range: "1w" });
  const found = await expectTraces(page, known.beijing, isManagement);
  const ratings = ["normal", "warning", "incident"];
  const counts = ratings.map(
    (rating) => found.filter(({ trace_rating }) => trace_rating === rating).length,
  );
  const others = found.length - counts.reduce((a, b) => a + b, 0);
  expect(others).toBeGreaterThan(0);
  await expect(legend(page)).toHaveText(
    ["Normal", "Warning", "Incident", "Other"].map(
      (label, index) => `${label} ${counts[index] ?? others}`,
    ),
  );

  await button(page, "Show as table").click();
  const table = histogram(page).getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveText(
    "Time range,Normal,Warning,Incident,Other,Total".split(","),
  );
  const spans = new Set(found.map(({ time }) => Math.floor(time / widthOfWeek)));
  await expect(table.getByRole("rowheader")).toHaveCount(spans.size);
  const cells = (await table.getByRole("cell").allTextContents()).map(Number);
  const columns = [0, 1, 2, 3, 4].map((column) =>
    cells.filter((_, index) => index % 5 === column).reduce((a, b) => a + b, 0),
  );
  expect(columns).toEqual([...counts, others, found.length]);
  await button(page, "Show as table").click();
  await expect(bars(page)).toBeVisible();
});

test("dragging narrows the list, the total and the address; Undo zoom and Back lead back", async ({
  page,
  known,
}) => {
  await openTraceList(page, beijing, { range: "1d" });
  const before = rangeOf(page);
  await press(page, 0.3, 0.6);
  await expect(histogram(page).getByRole("status")).toContainText(/: \d+ traces? \(Normal /);
  await page.mouse.up();
  await expect.poll(() => rangeOf(page).from).toBeGreaterThan(before.from);
  const { from, to } = rangeOf(page);
  expect([from % widthOfDay, to % widthOfDay]).toEqual([0, 0]);
  expect(Math.abs((to - from) / (24 * hour) - 0.3)).toBeLessThan(0.03);
  const found = await expectTraces(page, known.beijing, isManagement);
  await expectSum(page, found.length);

  // Once more, then both steps back.
  await press(page, 0.2, 0.7);
  await page.mouse.up();
  await expect.poll(() => rangeOf(page).from).toBeGreaterThan(from);
  await button(page, "Undo zoom").click();
  await expect.poll(() => rangeOf(page)).toEqual({ from, to });
  await button(page, "Undo zoom").click();
  await expect.poll(() => rangeOf(page)).toEqual(before);
  await expect(page.getByRole("button", { name: "Last 1 day" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(button(page, "Undo zoom")).toHaveCount(0);

  await press(page, 0.3, 0.6);
  await page.mouse.up();
  await expect.poll(() => rangeOf(page)).toEqual({ from, to });
  await page.goBack();
  await expect.poll(() => rangeOf(page)).toEqual(before);
  await expect(button(page, "Undo zoom")).toHaveCount(0);
  const all = await expectTraces(page, known.beijing, isManagement);
  await expectSum(page, all.length);
});

test("Esc gives a drag up, and a click on one bar chooses it", async ({ page }) => {
  await openTraceList(page, beijing, { range: "1d" });
  const before = rangeOf(page);
  await press(page, 0.3, 0.6);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(rangeOf(page)).toEqual(before);
  await press(page, 0.5, 0.5);
  await page.mouse.up();
  await expect.poll(() => rangeOf(page).to - rangeOf(page).from).toBe(widthOfDay);
});

test("the keyboard alone selects a range and takes it back", async ({ page, known }) => {
  const { keyboard } = page;
  await openTraceList(page, beijing, { range: "1d" });
  const before = rangeOf(page);
  await waitForBars(page);
  await button(page, "Show as table").focus();
  await keyboard.press("Tab");
  await expect(bars(page)).toBeFocused();
  await keyboard.press("Home");
  for (let bar = 0; bar < 5; bar++) await keyboard.press("Shift+ArrowRight");
  await expect(histogram(page).getByRole("status")).toContainText("(Normal ");
  await keyboard.press("Enter");
  const to = (Math.floor(before.from / widthOfDay) + 6) * widthOfDay;
  await expect.poll(() => rangeOf(page)).toEqual({ from: before.from, to });
  await expect(bars(page)).toBeFocused();
  const found = await expectTraces(page, known.beijing, isManagement);
  await expectSum(page, found.length);

  await keyboard.press("Shift+Tab");
  await keyboard.press("Shift+Tab");
  await expect(button(page, "Undo zoom")).toBeFocused();
  await keyboard.press("Enter");
  await expect.poll(() => rangeOf(page)).toEqual(before);
  await expect(bars(page)).toBeFocused();
});

test("a histogram that cannot be loaded leaves the list alone, and Retry brings it", async ({
  page,
  known,
}) => {
  await page.route(/\/histogram\?/, (route) => route.abort());
  await openTraceList(page, beijing);
  await expect(histogram(page)).toContainText("The histogram could not be loaded.");
  const found = await expectTraces(page, known.beijing, isManagement);
  await page.unroute(/\/histogram\?/);
  await button(page, "Retry").click();
  await expectSum(page, found.length);
  await expect(bars(page)).toBeVisible();
});
