import { type Locator, type Page, expect } from "@playwright/test";
import { type Trace, traceKind } from "@trace-console/contracts/trace";
import { formatShanghai } from "./expected.ts";
import { test } from "./imported-test.ts";
import type { KnownTraces } from "./known-traces.ts";
import { expectTraces, openTraceList, rangeOf, tracesRegion } from "./trace-list-page.ts";

const minute = 60_000;
const hour = 60 * minute;
const nobody = "nobody.peking";
const isManagement = (trace: Trace) => traceKind(trace) === "system";
const isOfEcs = (trace: Trace) => isManagement(trace) && trace.service_type === "ECS";

/** What would bring traces, each with a button. */
function offers(page: Page): Locator {
  return tracesRegion(page).getByRole("listitem");
}

function offer(page: Page, name: string | RegExp): Locator {
  return offers(page).getByRole("button", { name });
}

/** How many traces of the page's time range match, in words. */
function countIn(page: Page, { traces }: KnownTraces, matches: (trace: Trace) => boolean): string {
  const { from, to } = rangeOf(page);
  const found = traces.filter((trace) => trace.time >= from && trace.time < to && matches(trace));
  return `${found.length.toLocaleString("en")} traces`;
}

/** A time range of more than an hour without management traces, and those before and after it. */
function gapIn({ traces }: KnownTraces, before: number) {
  const times = traces
    .filter((trace) => isManagement(trace) && trace.time < before)
    .map(({ time }) => time);
  const index = times.findIndex((time, at) => time - (times[at + 1] ?? time) > 1.5 * hour);
  const [later = 0, earlier = 0] = times.slice(index, index + 2);
  const [from, to] = [earlier + 10 * minute, later - 10 * minute];
  return { earlier, later, length: to - from, params: { from: String(from), to: String(to) } };
}

test("a wrong operator is named with what comes back without it, and one click brings it", async ({
  page,
  known: { beijing },
}) => {
  const wrong = { range: "1w", service_type: "ECS", user: nobody };
  await openTraceList(page, beijing.project, wrong);
  await expectTraces(page, beijing, () => false);
  await expect(tracesRegion(page)).toContainText("This would bring traces:");
  const count = countIn(page, beijing, isOfEcs);
  await expect(offers(page)).toHaveText([`Without Operator: ${nobody} — ${count}`]);
  await offer(page, `Without Operator: ${nobody} — ${count}`).press("Enter");
  await expect(page).not.toHaveURL(/user=/);
  const found = await expectTraces(page, beijing, isOfEcs);
  expect(found.length).toBeGreaterThan(0);
  // The button is gone, and the focus is where one reads on.
  await expect(tracesRegion(page)).toBeFocused();
});

test("where no single filter helps, all of them together are taken away", async ({
  page,
  known: { beijing },
}) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/\/totals\?/, async (route) => {
    await promise;
    await route.continue();
  });
  const wrong = { range: "1w", trace_name: "NoSuchTrace", user: nobody };
  await openTraceList(page, beijing.project, wrong);
  await expect(tracesRegion(page).getByRole("status")).toHaveText("Looking for the reason…");
  await expect(offers(page)).toHaveCount(0);
  resolve();
  await expect(tracesRegion(page).getByRole("status")).toHaveText("This would bring traces:");
  const count = countIn(page, beijing, isManagement);
  await expect(offers(page)).toHaveText([`Without any filter — ${count} in this time range`]);
  await offer(page, "Without any filter").click();
  await expect(page).not.toHaveURL(/user=|trace_name=/);
  await expectTraces(page, beijing, isManagement);
});

test("the trace type is a filter too when it is Data", async ({ page, known: { beijing } }) => {
  const range = { range: "1w", trace_type: "data" };
  await openTraceList(page, beijing.project, { ...range, tracker_name: "no-tracker" });
  await expectTraces(page, beijing, () => false);
  await offer(page, "Without Tracker: no-tracker — 12 traces").click();
  await expect(page).toHaveURL(/trace_type=data/);
  await expectTraces(page, beijing, (trace) => !isManagement(trace));
});

test("a time range without traces leads to the nearest before it and after it", async ({
  page,
  known: { beijing },
  server,
}) => {
  const { earlier, later, length, params } = gapIn(beijing, server.madeAt - 48 * hour);
  await openTraceList(page, beijing.project, params);
  await expectTraces(page, beijing, () => false);
  await offer(page, `Earlier: ${formatShanghai(earlier)}`).click();
  const end = earlier + minute;
  await expect.poll(() => rangeOf(page)).toEqual({ from: end - length, to: end });
  await expect(page.getByRole("button", { name: "Customize" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  const before = await expectTraces(page, beijing, isManagement);
  expect(before[0]?.time).toBe(earlier);

  await page.goBack();
  await offer(page, `Later: ${formatShanghai(later)}`).click();
  const start = later - minute;
  await expect.poll(() => rangeOf(page)).toEqual({ from: start, to: start + length });
  const after = await expectTraces(page, beijing, isManagement);
  expect(after.at(-1)?.time).toBe(later);
});

test("where neither filters nor time help, the latest trace of the project does", async ({
  page,
  known: { singapore },
  server,
}) => {
  const { params } = gapIn(singapore, server.madeAt - 48 * hour);
  await openTraceList(page, singapore.project, { ...params, user: nobody });
  await expectTraces(page, singapore, () => false);
  await expect(offers(page)).toHaveCount(1);
  await offer(page, /^Latest management trace of this project: /).click();
  await expect(page).not.toHaveURL(/user=/);
  const found = await expectTraces(page, singapore, isManagement);
  expect(found.length).toBeGreaterThan(0);
});

test("where nothing is stored at all, the list says so", async ({ page, known: { beijing } }) => {
  await page.route(/\/traces\?/, (route) =>
    route.fulfill({ json: { traces: [], next: null, ahead: [] } }),
  );
  await page.route(/\/totals\?/, (route) => route.fulfill({ json: { total: 0 } }));
  await openTraceList(page, beijing.project, { user: nobody });
  await expect(tracesRegion(page).getByRole("status")).toHaveText(
    "No trace has been stored in this project within the last 7 days. New ones show up about a minute after the operation, data traces about five minutes after it.",
  );
  await expect(offers(page)).toHaveCount(0);
});

test("what could not be checked is told, and Retry checks it", async ({
  page,
  known: { beijing },
}) => {
  await page.route(/\/totals\?/, (route) => route.abort());
  await openTraceList(page, beijing.project, { range: "1w", service_type: "ECS", user: nobody });
  await expect(tracesRegion(page)).toContainText("Some of this could not be checked.");
  await page.unroute(/\/totals\?/);
  await tracesRegion(page).getByRole("button", { name: "Retry" }).click();
  const count = countIn(page, beijing, isOfEcs);
  await expect(offer(page, `Without Operator: ${nobody} — ${count}`)).toBeVisible();
  await expect(tracesRegion(page)).not.toContainText("could not be checked");
  await expect(tracesRegion(page).locator(":focus")).toHaveCount(1);
});
