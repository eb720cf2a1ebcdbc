import { type Locator, type Page, expect } from "@playwright/test";
import { excludedField, filterFields, maxTextLength } from "@trace-console/contracts/trace-filter";
import { attacksUpTo, buildPackedTraces, canBeAsked, packs } from "./attack-packs.ts";
import { attackedTest, script } from "./attacked-test.ts";
import { sampleOf } from "./exhaustive.ts";
import { expectHarmless } from "./harmless.ts";
import { dublin } from "./known-projects.ts";
import {
  expandRow,
  openTraceList,
  totalLine,
  traceListPath,
  tracesRegion,
  viewTrace,
  waitForTraces,
} from "./trace-list-page.ts";

const minute = 60_000;
const test = attackedTest((now) => buildPackedTraces(1000, now - minute));

test.describe.configure({ timeout: 60_000 });

/** Without what the console itself records, such as this sign-in. */
const withoutOurs = { range: "1h", not_service_type: "CTS" };

/** A word that is no status is no filter, and times have a filter of their own. */
const cellsWithMenus = "td[data-field]:not([data-field=time], [data-field=trace_rating])";

function row(page: Page, index: number): Locator {
  return tracesRegion(page).locator(`[aria-rowindex="${index + 2}"]`);
}

test("nothing of an attack runs in rows, details, comparison, pair and the JSON viewer", async ({
  page,
}) => {
  await openTraceList(page, dublin, withoutOurs);
  await expect(totalLine(page)).toHaveText(`${packs.length * 3} traces`);
  for (const [index, pack] of packs.entries()) {
    // The result of an operation, after the trace that is an attack throughout.
    const result = row(page, index * 3 + 1);
    await result.scrollIntoViewIfNeeded();
    await expandRow(page, result);
    const arrow = result.getByRole("button", { name: /^Details of/ });
    const details = page.locator(`[id="${await arrow.getAttribute("aria-controls")}"]`);
    await expect(details.getByRole("term").first()).toBeVisible();
    if (canBeAsked(`${pack}.`)) {
      await expect(details.getByRole("button", { name: "View the request" })).toBeVisible();
      await details.getByRole("button", { name: /^Compare with/ }).click();
      await expect(details.getByRole("list", { name: "Differences" })).toBeVisible();
    }
    await expectHarmless(page);

    const dialog = await viewTrace(page, result);
    await dialog.getByText("Unfolded", { exact: true }).click();
    await dialog.getByLabel("Search in this trace").fill(pack.slice(0, 20));
    await expect(dialog.getByRole("treeitem").first()).toBeVisible();
    await expectHarmless(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await arrow.click();
  }
});

test("nothing of an attack runs in the histogram, its table and its counts", async ({ page }) => {
  await openTraceList(page, dublin, { range: "1h" });
  const histogram = page.getByRole("region", { name: "Histogram over time" });
  await expect(histogram).toContainText("Other");
  await histogram.getByRole("button", { name: "Show as table" }).click();
  await expect(histogram.getByRole("table")).toBeVisible();
  await expectHarmless(page);
  for (const name of ["Trace Source", "Operator"]) {
    await page.getByRole("combobox", { name }).click();
    await expect(page.getByRole("option").filter({ hasText: script }).first()).toBeAttached();
    await expectHarmless(page);
    await page.keyboard.press("Escape");
  }
});

test("nothing of an attack runs in the menu of any cell, nor in the timeline that it leads to", async ({
  page,
}) => {
  await openTraceList(page, dublin, { ...withoutOurs, not_trace_rating: "normal" });
  await expect(totalLine(page)).toHaveText(`${packs.length} traces`);
  await expect(page.getByRole("table").last()).toHaveAccessibleDescription(/arrow keys/);
  for (const index of packs.keys()) {
    for (const cell of await row(page, index).locator(cellsWithMenus).all()) {
      await cell.hover();
      await cell.getByRole("button", { name: /^Filter by/ }).click();
      await expect(page.getByRole("menu")).toBeVisible();
      await expectHarmless(page);
      await page.keyboard.press("Escape");
    }
  }
  for (const [index, pack] of packs.entries()) {
    if (!canBeAsked(pack)) continue;
    const cell = row(page, index).locator("td[data-field=user]");
    await cell.hover();
    await cell.getByRole("button", { name: /^Filter by/ }).click();
    await page.getByRole("menuitem", { name: /^Timeline/ }).click();
    await expect(page).toHaveURL(/user=/);
    await waitForTraces(page);
    await expectHarmless(page);
    await page.goBack();
    await waitForTraces(page);
  }
});

/** Status is one of three words, and nothing else is a filter. */
const textFields = filterFields.filter((name) => name !== "trace_rating");
/** In as many turns as there are filters, every one asks for every attack. */
const turns = sampleOf([...textFields.keys()], 2);

async function openFiltered(page: Page, filters: readonly (readonly [string, string])[]) {
  const params = new URLSearchParams(filters.map(([name, value]) => [name, value]));
  await page.goto(`${traceListPath(dublin, { range: "1h" })}&${params}`);
  await waitForTraces(page);
  await expect(page.getByRole("search").getByRole("listitem")).not.toHaveCount(0);
  await expectHarmless(page);
}

test("nothing of an attack runs in the chips of any filter, nor in what is copied", async ({
  page,
}) => {
  for (const field of sampleOf(textFields, 2)) {
    await openFiltered(
      page,
      attacksUpTo(200).map((attack) => [excludedField(field), attack]),
    );
    await expect(page.getByRole("search")).toContainText(script);
    await page.getByRole("search").getByRole("button", { name: "Copy as" }).click();
    const menu = page.getByRole("dialog", { name: "Copy as" });
    await menu.getByRole("button", { name: "curl", exact: true }).click();
    await expect(menu.getByRole("status")).toHaveText("Copied as curl");
    await expectHarmless(page);
  }
});

test("nothing of an attack runs in the reasons for an empty list", async ({ page }) => {
  for (const turn of turns) {
    await openFiltered(
      page,
      attacksUpTo(200).map((attack, index) => [
        textFields[(index + turn) % textFields.length] ?? "",
        attack,
      ]),
    );
    await expect(tracesRegion(page)).toContainText("This would bring traces:");
    await expectHarmless(page);
  }
});

test("nothing of an attack runs where a text was found", async ({ page }) => {
  await openTraceList(page, dublin, { range: "1h" });
  const input = page.getByRole("search").getByRole("textbox", { name: "Search text" });
  for (const attack of attacksUpTo(maxTextLength)) {
    await input.fill(attack);
    await input.press("Enter");
    await waitForTraces(page);
    await expectHarmless(page);
  }
});

test("nothing of an attack runs while it comes in with Live", async ({ page, server }) => {
  await openTraceList(page, dublin, { range: "1h" });
  await page.getByRole("button", { name: "Live", exact: true }).click();
  await expect(page).toHaveURL(/live=1/);
  await row(page, 0)
    .getByRole("button", { name: /^Details of/ })
    .click();
  await server.add({ project: dublin, traces: buildPackedTraces(2000, Date.now() - 1000) });
  const waiting = page.getByRole("button", { name: /^\d+ new traces?$/ });
  await expect(waiting).toBeVisible({ timeout: 25_000 });
  await expectHarmless(page);
  await waiting.click();
  await expectHarmless(page);
});
