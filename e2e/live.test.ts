import { type Locator, type Page, expect } from "@playwright/test";
import { test } from "./growing-test.ts";
import { beijing } from "./known-projects.ts";
import {
  choose,
  openTraceList,
  rangeOf,
  rowsWith,
  totalLine,
  tracesRegion,
  viewTrace,
  waitForTraces,
} from "./trace-list-page.ts";

const [second, minute, hour] = [1_000, 60_000, 3_600_000];
/** Long enough for an import, a look after it, and a count. */
const soon = { timeout: 25_000 };

test.describe.configure({ timeout: 90_000 });

function live(page: Page): Locator {
  return page.getByRole("button", { name: "Live", exact: true });
}

/** The button that shows so many new traces. */
function waiting(page: Page, count: number): Locator {
  return page.getByRole("button", {
    name: `${count} new ${count === 1 ? "trace" : "traces"}`,
    exact: true,
  });
}

function firstRow(page: Page): Locator {
  return tracesRegion(page).getByRole("row").nth(1);
}

function scrollTop(page: Page): Promise<number> {
  return tracesRegion(page).evaluate((table) => table.scrollTop);
}

/**
 * Opens the ModelArts traces of the last hour and turns Live on. The page's clock goes on as it does,
 * but a test can put it forward.
 */
async function openLive(page: Page): Promise<void> {
  await page.clock.install();
  await openTraceList(page, beijing, { range: "1h", service_type: "ModelArts" });
  await live(page).click();
  await expect(live(page)).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/[?&]live=1(&|$)/);
  await waitForTraces(page);
  await expect(totalLine(page)).toContainText("traces");
}

/** The moment of the next look is here. */
function letItLook(page: Page): Promise<void> {
  return page.clock.fastForward(5 * second);
}

/** Brings the list to a place further down. */
async function scrollDown(page: Page): Promise<number> {
  await tracesRegion(page).evaluate((table) => {
    table.scrollTop = 1_500;
  });
  await expect.poll(() => scrollTop(page)).toBe(1_500);
  return 1_500;
}

test("new traces appear by themselves at the top, are told, and are counted", async ({
  page,
  server,
}) => {
  await openLive(page);
  const total = Number((await totalLine(page).innerText()).replaceAll(/\D/g, ""));
  const { to } = rangeOf(page);
  await server.add("appearFirst", "appearSecond");
  await letItLook(page);
  await expect(page.getByRole("status").filter({ hasText: "2 new traces" })).toHaveCount(1, soon);
  await expect(rowsWith(page, "appearFirst")).toHaveCount(1);
  await expect(firstRow(page)).toContainText("appear");
  await expect(waiting(page, 2)).toHaveCount(0);
  await expect(totalLine(page)).toHaveText(`${total + 2} traces`, soon);
  // Nothing of it is a step in the history, nor changes the address.
  expect(rangeOf(page).to).toBe(to);
  await page.goBack();
  await expect(live(page)).toHaveAttribute("aria-pressed", "false");
  await expect(page).not.toHaveURL(/live=1/);
});

test("whoever reads further down stays there; a button shows what is new", async ({
  page,
  server,
}) => {
  await openLive(page);
  const place = await scrollDown(page);
  const rows = tracesRegion(page).locator("tbody[data-index]");
  const before = await rows.first().innerText();
  await server.add("belowFirst", "belowSecond");
  await letItLook(page);
  await expect(waiting(page, 2)).toBeVisible(soon);
  expect(await scrollTop(page)).toBe(place);
  expect(await rows.first().innerText()).toBe(before);
  await server.add("belowThird");
  await letItLook(page);
  await expect(waiting(page, 3)).toBeVisible(soon);
  expect(await scrollTop(page)).toBe(place);

  // With few columns in sight, it covers none of them.
  await page.setViewportSize({ width: 1024, height: 900 });
  const button = await waiting(page, 3).boundingBox();
  const table = await tracesRegion(page).boundingBox();
  expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(table?.y ?? 0);

  await waiting(page, 3).click();
  await expect(firstRow(page)).toContainText("belowThird");
  expect(await scrollTop(page)).toBe(0);
  await expect(tracesRegion(page)).toBeFocused();
  await expect(page.getByRole("button", { name: /new traces?$/ })).toHaveCount(0);
  await expect(rowsWith(page, "belowFirst")).toHaveCount(1);
});

test("a trace that is stored after newer ones is shown in its place", async ({ page, server }) => {
  await server.add("cameBefore");
  await openLive(page);
  // So little that its place is in sight.
  await server.addLate("cameLate", minute);
  await expect(rowsWith(page, "cameLate")).toHaveCount(0);
  // Once a minute is looked for such traces.
  await page.clock.fastForward(minute);
  await expect(rowsWith(page, "cameLate")).toHaveCount(1, soon);
  await expect(firstRow(page)).toContainText("cameBefore");
});

test("the cursor of the keys stays at its trace when others come before it", async ({
  page,
  server,
}) => {
  await openLive(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const cursor = tracesRegion(page).locator("[data-cursor]");
  await expect(cursor).toHaveAttribute("aria-rowindex", "3");
  const name = await cursor.innerText();
  // Where nobody is in a row, new ones come.
  await page.getByRole("heading", { name: "Trace List" }).click();
  await server.add("beforeCursor");
  await letItLook(page);
  await expect(firstRow(page)).toContainText("beforeCursor", soon);
  await expect(cursor).toHaveAttribute("aria-rowindex", "4");
  expect(await cursor.innerText()).toBe(name);
});

test("an expanded row and an open trace hold the list too; closed, what is new comes", async ({
  page,
  server,
}) => {
  await openLive(page);
  const arrow = firstRow(page).getByRole("button", { name: /^Details of/ });
  await arrow.click();
  await server.add("heldByRow");
  await letItLook(page);
  await expect(waiting(page, 1)).toBeVisible(soon);
  await expect(rowsWith(page, "heldByRow")).toHaveCount(0);
  await arrow.click();
  await letItLook(page);
  await expect(firstRow(page)).toContainText("heldByRow", soon);
  await expect(waiting(page, 1)).toHaveCount(0);

  const dialog = await viewTrace(page, firstRow(page));
  await server.add("heldByDialog");
  await letItLook(page);
  await expect(page.getByText("1 new trace", { exact: true }).last()).toBeVisible(soon);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();
  // The focus is back in the row; out of it, nobody reads there.
  await page.getByRole("heading", { name: "Trace List" }).click();
  await letItLook(page);
  await expect(firstRow(page)).toContainText("heldByDialog", soon);
});

test("a tab that nobody sees asks for nothing; seen again, it asks at once", async ({ page }) => {
  await openLive(page);
  const show = (isShown: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
      document.dispatchEvent(new Event("visibilitychange"));
    }, !isShown);
  const looks: string[] = [];
  await show(false);
  page.on("request", (request) => {
    if (/\/(traces|totals|facets|histogram)\?/.test(request.url())) looks.push(request.url());
  });
  await page.clock.fastForward(2 * minute);
  await page.clock.fastForward(2 * minute);
  expect(looks).toEqual([]);
  const look = page.waitForRequest(/\/traces\?/);
  await show(true);
  await look;
});

test("an interruption is told with its reason, and ends by itself", async ({ page, server }) => {
  await openLive(page);
  await page.route(/\/traces\?/, (route) => route.abort());
  await letItLook(page);
  const told = page.getByRole("status").filter({ hasText: "Live is interrupted" });
  await expect(told).toHaveText(
    "Live is interrupted: The service cannot be reached; trying again in 10 s.",
    soon,
  );
  await server.add("afterInterruption");
  await page.unroute(/\/traces\?/);
  await page.clock.fastForward(10 * second);
  await expect(told).toHaveCount(0, soon);
  await expect(rowsWith(page, "afterInterruption")).toHaveCount(1);
});

test("Live takes the last hour in place of a customized range, and says so", async ({ page }) => {
  const now = Date.now();
  const customized = { from: String(now - 3 * hour), to: String(now - 90 * second) };
  await openTraceList(page, beijing, customized);
  await live(page).click();
  await expect(page.getByRole("button", { name: "Last 1 hour" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(page.getByRole("main")).toContainText(
    "Live goes up to now: the time range is Last 1 hour.",
  );
  const { from, to } = rangeOf(page);
  expect(to - from).toBe(hour);

  // It outlasts a reload, another filter and another preset.
  await page.reload();
  await expect(live(page)).toHaveAttribute("aria-pressed", "true");
  await choose(page, "Trace Source", "ModelArts");
  await page.getByRole("button", { name: "Last 1 day" }).click();
  await expect(page).toHaveURL(/range=1d/);
  await expect(live(page)).toHaveAttribute("aria-pressed", "true");
  await expect(rowsWith(page, "CreateJobV2").first()).toBeVisible();

  // Another range ends it.
  const histogram = page.getByRole("region", { name: "Histogram over time" });
  await histogram.getByRole("group", { name: "Bars over time" }).focus();
  await expect(histogram).toHaveAttribute("aria-busy", "false");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(live(page)).toHaveAttribute("aria-pressed", "false");
  await expect(page).not.toHaveURL(/live=1|range=/);
});

test("turned off, Live leaves the list and its place as they are", async ({ page }) => {
  await openLive(page);
  const place = await scrollDown(page);
  const rows = tracesRegion(page).locator("tbody[data-index]");
  // The rows of the new place are drawn, and those above it are gone.
  await expect(rows.first()).not.toHaveAttribute("data-index", "0");
  const before = await rows.allInnerTexts();
  await live(page).click();
  await expect(live(page)).toHaveAttribute("aria-pressed", "false");
  await expect(page).not.toHaveURL(/live=1/);
  await expect(page).toHaveURL(/range=1h/);
  expect(await scrollTop(page)).toBe(place);
  await expect.poll(() => rows.allInnerTexts()).toEqual(before);
});
