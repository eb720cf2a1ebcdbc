import { type Locator, type Page, expect } from "@playwright/test";
import { traceKind } from "@trace-console/contracts/trace";
import { test } from "./imported-test.ts";
import { beijing } from "./known-projects.ts";
import {
  expandRow,
  openTraceList,
  rowsWith,
  traceListPath,
  tracesRegion,
  viewTrace,
  waitForTraces,
} from "./trace-list-page.ts";

const day = 86_400_000;
/** Requests of one trace by its id. */
const oneTrace = /\/api\/projects\/[^/]+\/traces\/[^/?]+$/;

function dialogOf(page: Page): Locator {
  return page.getByRole("dialog", { name: "View Trace" });
}

function linkOf(row: Locator): Locator {
  return row.getByRole("button", { name: "View Trace" });
}

test("an opened trace is in the address: Back closes it, Forward and reload open it", async ({
  page,
  known,
}) => {
  await openTraceList(page, beijing, { range: "1w" });
  await expect(page).toHaveURL(/[?&]from=\d+&to=\d+/);
  const list = page.url();
  const newest = known.beijing.traces.find(
    (trace) => traceKind(trace) === "system" && trace.time < Date.now(),
  );
  const id = newest?.trace_id ?? "";
  const row = rowsWith(page, newest?.resource_id ?? "-").first();
  const dialog = await viewTrace(page, row);
  expect(new URL(page.url()).searchParams.get("trace")).toBe(id);
  await page.goBack();
  await expect(dialog).toBeHidden();
  expect(page.url()).toBe(list);
  await expect(linkOf(row)).toBeFocused();

  await page.goForward();
  await expect(dialog).toContainText(id);
  await page.reload();
  await waitForTraces(page);
  await expect(dialog).toContainText(id);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(list);
  await expect(linkOf(row)).toBeFocused();

  // Closing takes one step back and no more, however often it is pressed.
  await linkOf(row).press("Enter");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(list);
});

test("a copied link opens the trace for somebody else, also where the list lacks it", async ({
  page,
  browser,
  server,
}) => {
  await openTraceList(page, beijing, { range: "1d", trace_name: "createBucket" });
  const id = await viewTrace(page, rowsWith(page, "createBucket").first()).then(async (dialog) => {
    await dialog.getByRole("button", { name: "Copy link" }).click();
    await expect(dialog.getByRole("status").filter({ hasText: "Link copied" })).toBeVisible();
    return new URL(page.url()).searchParams.get("trace") ?? "";
  });
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(link.searchParams.get("project")).toBe(beijing.project_id);
  expect(link.searchParams.get("trace")).toBe(id);
  expect(link.searchParams.getAll("trace_name")).toEqual(["createBucket"]);

  // The same trace on a list of other ones.
  link.searchParams.set("trace_name", "CreateJobV2");
  const context = await browser.newContext({ storageState: server.state });
  const other = await context.newPage();
  await other.goto(link.href);
  await waitForTraces(other);
  await expect(dialogOf(other)).toContainText(id);
  await expect(rowsWith(other, "createBucket")).toHaveCount(0);
  await dialogOf(other).getByRole("button", { name: "Close" }).click();
  await expect(dialogOf(other)).toBeHidden();
  await expect(other).not.toHaveURL(/[?&]trace=/);
  await expect(tracesRegion(other)).toBeFocused();
  await context.close();
});

test("while a linked trace is on its way the dialog says so, and so when it does not come", async ({
  page,
  known,
}) => {
  const trace = known.beijing.traces.at(-1);
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(oneTrace, async (route) => {
    await promise;
    await route.abort();
  });
  await page.goto(traceListPath(beijing, { trace: trace?.trace_id ?? "" }));
  await expect(dialogOf(page)).toContainText("Loading the trace…");
  resolve();
  const alert = dialogOf(page).getByRole("alert");
  await expect(alert).toContainText("The trace could not be loaded");
  await page.unroute(oneTrace);
  await alert.getByRole("button", { name: "Retry" }).click();
  await expect(dialogOf(page)).toContainText(trace?.trace_id ?? "");
});

test("a link to a trace that is not there says why, and leads to the list", async ({
  page,
  known,
}) => {
  // Of another project, which this one tells nothing of.
  const [theirs] = known.singapore.traces;
  await page.goto(traceListPath(beijing, { trace: theirs?.trace_id ?? "" }));
  await expect(dialogOf(page)).toContainText("This trace is not in this project");
  await expect(dialogOf(page)).not.toContainText("temasek");
  await dialogOf(page).getByRole("button", { name: "Back to the Trace List" }).click();
  await expect(dialogOf(page)).toBeHidden();
  await expect(page).not.toHaveURL(/[?&]trace=/);
  await waitForTraces(page);

  const now = Date.now();
  const range = { from: String(now - 15 * day), to: String(now - 14 * day) };
  await page.goto(traceListPath(beijing, { ...range, trace: "of-two-weeks-ago" }));
  await expect(dialogOf(page)).toContainText("This trace is not stored here any more");
  await expect(dialogOf(page)).toContainText("Traces are kept for 7 days.");
});

test("an expanded row and the dialog say how long the trace is kept", async ({ page }) => {
  await openTraceList(page, beijing, { range: "1h", service_type: "ModelArts" });
  const row = tracesRegion(page).getByRole("row").nth(1);
  await expandRow(page, row);
  await expect(tracesRegion(page).getByText("Expires in 6 d 23 h")).toBeVisible();
  const dialog = await viewTrace(page, row);
  await expect(dialog.getByText("Expires in 6 d 23 h")).toBeVisible();
});
