import { expect } from "@playwright/test";
import { traceKind } from "@trace-console/contracts/trace";
import { test } from "./imported-test.ts";
import { beijing, shanghai } from "./known-projects.ts";
import {
  choose,
  expectTraces,
  field,
  openTraceList,
  totalLine,
  traceListPath,
  tracesRegion,
  waitForTraces,
} from "./trace-list-page.ts";

const isManagement = (trace: Parameters<typeof traceKind>[0]) => traceKind(trace) === "system";
/** All requests of the list. */
const everything = /\/api\/projects\//;
/** Requests of pages of traces, and of nothing else. */
const pages = /\/api\/projects\/[^/]+\/traces\?/;

test("while traces are on their way the list says so", async ({ page, known }) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(pages, async (route) => {
    await promise;
    await route.continue();
  });
  await page.goto(traceListPath(beijing));
  await expect(tracesRegion(page)).toHaveAttribute("aria-busy", "true");
  await expect(tracesRegion(page)).toContainText("Loading traces…");
  resolve();
  await waitForTraces(page);
  await expectTraces(page, known.beijing, isManagement);
});

test("an empty result says what was asked for and offers the ways on", async ({ page, known }) => {
  await openTraceList(page, beijing, { trace_name: "NoSuchTrace", trace_rating: "incident" });
  await expectTraces(page, known.beijing, () => false);
  const main = page.getByRole("main");
  await expect(main).toContainText("Trace name: NoSuchTrace");
  await expect(main).toContainText("Trace Status: incident");
  await tracesRegion(page).getByRole("button", { name: "Last 1 week" }).click();
  await expect(page).toHaveURL(/range=1w/);
  await expectTraces(page, known.beijing, () => false);
  await tracesRegion(page).getByRole("button", { name: "Reset" }).click();
  await expectTraces(page, known.beijing, isManagement);
});

for (const [failure, told] of [
  ["the network is gone", "The service cannot be reached."],
  ["the service fails", "Reading the traces failed."],
] as const) {
  test(`when ${failure} the list says so, and Retry brings the traces`, async ({ page, known }) => {
    await page.route(everything, (route) =>
      failure === "the network is gone"
        ? route.abort("connectionrefused")
        : route.fulfill({
            status: 500,
            headers: { "X-Request-Id": "request-of-the-test" },
            json: { error_code: "CTS.0005", error_msg: "Reading the traces failed." },
          }),
    );
    await page.goto(traceListPath(beijing));
    const alert = page.getByRole("alert").filter({ hasText: "The traces could not be loaded" });
    await expect(alert).toContainText(told);
    if (failure === "the service fails") {
      await expect(alert).toContainText("Request ID: request-of-the-test");
    }
    // One message for all of the page, and one Retry.
    await expect(page.getByRole("alert")).toHaveCount(1);
    await expect(page.getByRole("button", { name: /Retry|Count again/ })).toHaveCount(1);
    await field(page, "Trace Source").click();
    await expect(page.getByRole("option").last()).toContainText("values could not be loaded");
    await page.keyboard.press("Escape");
    await page.unroute(everything);
    await alert.getByRole("button", { name: "Retry" }).click();
    await expectTraces(page, known.beijing, isManagement);
    await expect(page.getByRole("list", { name: "Counts by trace status" })).toContainText(/\d/);
    await choose(page, "Trace Source", "ModelArts");
    await expectTraces(page, known.beijing, (trace) => trace.service_type === "ModelArts");
  });
}

test("when older traces cannot be loaded those on the screen stay, and Retry reads on", async ({
  page,
}) => {
  await page.route(/\/traces\?.*next=/, (route) => route.abort());
  await openTraceList(page, shanghai, { range: "1w" });
  const region = tracesRegion(page);
  await region.focus();
  await page.keyboard.press("End");
  const alert = region.getByRole("alert");
  await expect(alert).toContainText("Older traces could not be loaded.");
  await expect(region.getByRole("row").last()).toHaveAttribute("aria-rowindex", "101");
  await page.unroute(/\/traces\?.*next=/);
  await alert.getByRole("button", { name: "Retry" }).click();
  await expect(alert).toBeHidden();
  await page.keyboard.press("End");
  await expect
    .poll(() => region.getByRole("row").last().getAttribute("aria-rowindex").then(Number))
    .toBeGreaterThan(101);
});

test("when the traces cannot be counted they are shown all the same", async ({ page, known }) => {
  await page.route(/\/totals\?/, (route) => route.abort());
  await openTraceList(page, beijing);
  await expect(tracesRegion(page).getByRole("row").nth(5)).toBeVisible();
  await expect(page.getByRole("main")).toContainText("The traces could not be counted.");
  await page.unroute(/\/totals\?/);
  await page.getByRole("button", { name: "Count again" }).click();
  await expect(totalLine(page)).toContainText("traces");
  await expectTraces(page, known.beijing, isManagement);
});

test("when the regions cannot be loaded the page says so, and Retry opens it", async ({
  page,
  known,
}) => {
  await page.route("**/api/regions", (route) => route.abort());
  await page.goto(traceListPath(beijing));
  const alert = page.getByRole("alert").filter({ hasText: "The regions could not be loaded" });
  await expect(alert).toBeVisible();
  await page.unroute("**/api/regions");
  await alert.getByRole("button", { name: "Retry" }).click();
  await expectTraces(page, known.beijing, isManagement);
});
