import { type Locator, type Page, expect } from "@playwright/test";
import { axeOn } from "./axe-on.ts";
import { test } from "./imported-test.ts";
import { type KnownProject, beijing, shanghai } from "./known-projects.ts";
import { tabTo } from "./tab-to.ts";
import { openTraceList, rangeOf, tracesRegion, waitForTraces } from "./trace-list-page.ts";

/** Opens the Trace List and waits for what it fetches last, the code of the keys among it. */
async function openList(
  page: Page,
  project: KnownProject,
  params?: Readonly<Record<string, string>>,
): Promise<void> {
  await openTraceList(page, project, params);
  await page.waitForLoadState("networkidle");
}

/** The arrow of a row; 1 is the first. */
function arrowOf(page: Page, row: number): Locator {
  // The head of the table is row 1.
  return tracesRegion(page)
    .locator(`tr[aria-rowindex='${row + 1}']`)
    .getByRole("button", { name: /^Details of/ });
}

function scrollTopOf(page: Page): Promise<number> {
  return tracesRegion(page).evaluate(({ scrollTop }) => scrollTop);
}

/** The row at the cursor. */
function cursorRow(page: Page): Locator {
  return tracesRegion(page).locator("tr[data-cursor]");
}

/** The arrow of the row at the cursor. */
function cursorArrow(page: Page): Locator {
  return cursorRow(page).getByRole("button", { name: /^Details of/ });
}

/** Expects the cursor, and with it the focus, at a row that can be seen; 1 is the first. */
async function expectCursorAt(page: Page, row: number): Promise<void> {
  await expect(cursorRow(page)).toHaveCount(1);
  await expect(cursorRow(page)).toHaveAttribute("aria-rowindex", String(row + 1));
  await expect(cursorArrow(page)).toBeFocused();
  await expect(cursorArrow(page)).toBeInViewport({ ratio: 1 });
  const isBare = await cursorArrow(page).evaluate((arrow) => {
    const { left, top, width, height } = arrow.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    return found !== null && arrow.contains(found);
  });
  expect(isBare, "nothing lies on the arrow").toBe(true);
}

async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let count = 0; count < times; count++) await page.keyboard.press(key);
}

function helpDialog(page: Page): Locator {
  return page.getByRole("dialog", { name: "Keyboard shortcuts" });
}

async function openHelp(page: Page): Promise<Locator> {
  await press(page, "?");
  await expect(helpDialog(page)).toBeVisible();
  return helpDialog(page);
}

test("j and k go from trace to trace, and the focus goes with them", async ({ page }) => {
  await openList(page, beijing, { range: "1w" });
  await press(page, "j");
  await expectCursorAt(page, 1);
  await press(page, "k");
  await expectCursorAt(page, 1);
  await press(page, "j", 30);
  await expectCursorAt(page, 31);
  // Marked in each of its cells, whose ground lies on whatever the row draws itself.
  for (const cell of await cursorRow(page).getByRole("cell").all()) {
    await expect(cell).toHaveCSS("box-shadow", /inset.*inset/);
  }
  const other = page
    .locator("tr[aria-rowindex]:not([data-cursor])")
    .last()
    .getByRole("cell")
    .nth(3);
  await expect(other).toHaveCSS("box-shadow", "none");
  await press(page, "k", 28);
  await expectCursorAt(page, 3);
});

test("the cursor waits where it was while one scrolls elsewhere", async ({ page }) => {
  await openList(page, shanghai, { range: "1w" });
  await press(page, "j", 5);
  await expectCursorAt(page, 5);
  await tracesRegion(page).evaluate((region) => region.scrollTo(0, 3000));
  await expect(cursorRow(page)).toHaveCount(0);
  await press(page, "j");
  await expectCursorAt(page, 6);
});

test("without a cursor one begins with what is in sight", async ({ page }) => {
  await openList(page, shanghai, { range: "1w" });
  await tracesRegion(page).evaluate((region) => region.scrollTo(0, 1700));
  await expect(arrowOf(page, 45)).toBeInViewport();
  const before = await scrollTopOf(page);
  await press(page, "j");
  await expect(cursorArrow(page)).toBeFocused();
  await expect(cursorArrow(page)).toBeInViewport({ ratio: 1 });
  // Nothing but a row that was half in sight is brought there.
  expect(Math.abs((await scrollTopOf(page)) - before)).toBeLessThan(100);
});

test("the cursor goes where the focus is put by Tab or by mouse", async ({ page }) => {
  await openList(page, beijing, { range: "1w" });
  await press(page, "j", 2);
  await tabTo(page, arrowOf(page, 3));
  await expectCursorAt(page, 3);
  // Whoever uses a mouse sees no ring, but goes on from there as well.
  await arrowOf(page, 7).click();
  await expect(cursorRow(page)).toHaveCount(0);
  await press(page, "j");
  await expectCursorAt(page, 8);
});

test("Enter expands and collapses the trace at the cursor", async ({ page }) => {
  await openList(page, beijing, { range: "1w" });
  await press(page, "j", 2);
  await press(page, "Enter");
  await expect(cursorArrow(page)).toHaveAttribute("aria-expanded", "true");
  await expect(tracesRegion(page).getByRole("term").first()).toHaveText("trace_id");
  await press(page, "Enter");
  await expect(cursorArrow(page)).toHaveAttribute("aria-expanded", "false");
  // Also from where nothing has the focus.
  await page.getByRole("heading", { name: "Trace List" }).click();
  await press(page, "Enter");
  await expect(cursorArrow(page)).toHaveAttribute("aria-expanded", "true");
  await expectCursorAt(page, 2);
  // A button that has it presses itself.
  await page.getByRole("button", { name: "Last 1 day" }).focus();
  await press(page, "Enter");
  await expect(page).toHaveURL(/range=1d/);
  await waitForTraces(page);
  await expect(cursorRow(page)).toHaveCount(0);
});

test("v views the trace at the cursor, and the focus comes back to it", async ({ page, known }) => {
  await openList(page, beijing, { range: "1w", service_type: "ModelArts" });
  const { to } = rangeOf(page);
  const [, second] = known.beijing.traces.filter(
    ({ service_type, time }) => service_type === "ModelArts" && time < to,
  );
  await press(page, "v");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await press(page, "j", 2);
  await press(page, "v");
  const dialog = page.getByRole("dialog", { name: "View Trace" });
  await expect(dialog).toContainText(second?.trace_id ?? "no second trace");
  // The keys of the page do not reach past the dialog.
  await press(page, "j");
  await press(page, "?");
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await press(page, "Escape");
  await expect(dialog).toBeHidden();
  await expectCursorAt(page, 2);
});

test("r refreshes, e exports, and / leads to the search", async ({ page }) => {
  await openList(page, beijing, { range: "1w" });
  const asked = page.waitForRequest(/\/traces\?/);
  await press(page, "r");
  await asked;
  await waitForTraces(page);
  await press(page, "e");
  const dialog = page.getByRole("dialog", { name: "Export traces" });
  await expect(dialog).toBeVisible();
  await press(page, "Escape");
  await expect(dialog).toBeHidden();
  await press(page, "/");
  const search = page.getByRole("textbox", { name: "Search text" });
  await expect(search).toBeFocused();
  // What is typed is typed.
  await page.keyboard.type("jkver/?");
  await expect(search).toHaveValue("jkver/?");
  await expect(cursorRow(page)).toHaveCount(0);
  await expect(helpDialog(page)).toHaveCount(0);
});

test("keys with Ctrl, Alt or Meta, and arrow keys, are the browser's", async ({ page }) => {
  await openList(page, shanghai, { range: "1w" });
  for (const key of ["Control+j", "Alt+j", "Meta+j", "Shift+J"]) await press(page, key);
  await expect(cursorRow(page)).toHaveCount(0);
  await press(page, "j");
  await expectCursorAt(page, 1);
  await press(page, "ArrowDown", 3);
  await expect.poll(() => scrollTopOf(page)).toBeGreaterThan(0);
  await expect(cursorRow(page)).toHaveAttribute("aria-rowindex", "2");
});

test("the help lists the keys of the page, and gives the focus back", async ({ page }) => {
  await openList(page, beijing, { range: "1w" });
  await press(page, "j", 2);
  const help = await openHelp(page);
  await expect(help.getByRole("rowheader")).toHaveText([
    "Trace List",
    "/",
    "r",
    "e",
    "Traces",
    "j",
    "k",
    "Enter",
    "v",
    "Everywhere",
    "?",
  ]);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await axeOn(page).include("[role='dialog']").analyze();
    expect(violations).toEqual([]);
  }
  await press(page, "Escape");
  await expect(help).toBeHidden();
  await expectCursorAt(page, 2);

  // On another page other keys work.
  await page.getByRole("link", { name: "Trace Structure" }).click();
  await expect(page.getByRole("heading", { name: "Trace Structure", level: 1 })).toBeFocused();
  await openHelp(page);
  await expect(help.getByRole("rowheader")).toHaveText(["Everywhere", "?"]);
});

test("the account menu leads to the help", async ({ page }) => {
  await openList(page, beijing);
  const account = page.getByRole("button", { name: "Account: admin" });
  // The second time its code is there already.
  for (let times = 0; times < 2; times++) {
    await account.click();
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await expect(helpDialog(page)).toBeVisible();
    await expect(helpDialog(page).locator(":focus")).toHaveCount(1);
    await expect(page.getByRole("link", { name: "My account" })).toBeHidden();
    await press(page, "Escape");
    await expect(helpDialog(page)).toBeHidden();
    await expect(account).toBeFocused();
  }
});

test("single keys can be turned off in this browser, but for the help", async ({ page }) => {
  await openList(page, beijing, { range: "1w" });
  const singleKeys = page.getByRole("switch", { name: "Single-key shortcuts" });
  await openHelp(page);
  await expect(singleKeys).toBeChecked();
  await singleKeys.click();
  await expect(singleKeys).not.toBeChecked();
  await press(page, "Escape");
  await page.reload();
  await waitForTraces(page);
  await page.waitForLoadState("networkidle");
  for (const key of ["j", "/", "v"]) await press(page, key);
  await expect(cursorRow(page)).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Search text" })).not.toBeFocused();
  await openHelp(page);
  await singleKeys.press("Space");
  await expect(singleKeys).toBeChecked();
  await press(page, "Escape");
  await press(page, "j");
  await expectCursorAt(page, 1);
});
