import { type Page, expect } from "@playwright/test";
import type { Trace } from "@trace-console/contracts/trace";
import { formatShanghai } from "./expected.ts";
import { test } from "./imported-test.ts";
import { edgeOf, specialNames } from "./known-traces.ts";
import { expectTraces, openTraceList, rangeOf, rowsWith } from "./trace-list-page.ts";

const second = 1000;
const minute = 60 * second;
const day = 86_400_000;
const isEdge = (trace: Trace) => trace.trace_name === specialNames.edge;

/** Fills in a time of day in the open calendar. */
async function fillTime(page: Page, which: "Start" | "End", ms: number): Promise<void> {
  const [hours = "", minutes = "", seconds = ""] =
    / (\d\d):(\d\d):(\d\d) /.exec(formatShanghai(ms))?.slice(1) ?? [];
  for (const [part, digits] of Object.entries({ hours, minutes, seconds })) {
    await page.getByRole("spinbutton", { name: `${which} ${part}` }).fill(digits);
  }
}

/** The button of a day in the calendar: `5 November 2026`. */
function dayButton(page: Page, ms: number) {
  const name = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "Asia/Shanghai",
  }).format(ms);
  return page.getByRole("dialog").getByRole("button", { name, exact: true });
}

/** Turns to the month of a day. */
async function showDay(page: Page, ms: number): Promise<void> {
  await expect(page.getByRole("dialog")).toBeVisible();
  if (await dayButton(page, ms).isHidden()) {
    await page.getByRole("button", { name: "Previous month" }).click();
  }
  await expect(dayButton(page, ms)).toBeVisible();
}

/** Picks the range of the two seconds in the calendar, both of which belong to it. */
async function customize(page: Page, start: number, end: number): Promise<void> {
  await page.getByRole("button", { name: "Customize" }).click();
  for (const time of [start, end]) {
    await showDay(page, time);
    await dayButton(page, time).click();
  }
  await fillTime(page, "Start", start);
  await fillTime(page, "End", end);
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

test("a customized range holds its first and its last second, to the millisecond", async ({
  page,
  known: { beijing },
  server,
}) => {
  const edge = edgeOf(server.madeAt);
  await openTraceList(page, beijing.project);
  await customize(page, edge, edge + minute - second);
  await expect.poll(() => rangeOf(page)).toEqual({ from: edge, to: edge + minute });
  await expect(page.getByRole("button", { name: "Customize" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  const held = await expectTraces(page, beijing, () => true);
  expect(held.map(({ time }) => time - edge)).toEqual([minute - 1, second, 999, 0]);

  await customize(page, edge + second, edge + 2 * second);
  await expectTraces(page, beijing, isEdge);
  expect(rangeOf(page)).toEqual({ from: edge + second, to: edge + 3 * second });
});

test("an address may cut to the millisecond: from belongs to the range, to does not", async ({
  page,
  known: { beijing },
  server,
}) => {
  const edge = edgeOf(server.madeAt);
  for (const [from, to, offsets] of [
    [edge, edge + 999, [0]],
    [edge, edge + 1000, [999, 0]],
    [edge + 1, edge + 1001, [1000, 999]],
    [edge - 1, edge, [-1]],
  ] as const) {
    await openTraceList(page, beijing.project, { from: String(from), to: String(to) });
    const held = await expectTraces(page, beijing, isEdge);
    expect(held.map(({ time }) => time - edge)).toEqual(offsets);
  }
});

test("a day before the seven kept ones cannot be chosen", async ({ page, known: { beijing } }) => {
  await openTraceList(page, beijing.project);
  await page.getByRole("button", { name: "Customize" }).click();
  const now = Date.now();
  await expect(page.getByRole("dialog")).toContainText("Traces are kept for 7 days.");
  await showDay(page, now - 6 * day);
  await expect(dayButton(page, now - 6 * day)).toBeEnabled();
  await expect(dayButton(page, now - 8 * day).and(page.locator(":enabled"))).toHaveCount(0);
});

test("an earlier start of the oldest day is moved to the start of the kept time", async ({
  page,
  known: { beijing },
}) => {
  await openTraceList(page, beijing.project);
  const opened = Date.now();
  const oldest = opened - 7 * day;
  await customize(page, Math.floor(oldest / minute) * minute, opened);
  await expect.poll(() => rangeOf(page).from).toBeGreaterThan(oldest - second);
  await expectTraces(page, beijing, ({ trace_type }) => !trace_type?.startsWith("Obs"));
});

test("an end before the start is told, and the list stays", async ({
  page,
  known: { beijing },
  server,
}) => {
  await openTraceList(page, beijing.project);
  const before = page.url();
  const edge = edgeOf(server.madeAt);
  await page.getByRole("button", { name: "Customize" }).click();
  await showDay(page, edge);
  await dayButton(page, edge).click();
  await dayButton(page, edge).click();
  await fillTime(page, "Start", edge + minute);
  await fillTime(page, "End", edge);
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("alert")).toHaveText("The end must not lie before the start.");
  expect(page.url()).toBe(before);
});

test("a trace ahead of the clock is found in a range that lies ahead, and is flagged", async ({
  page,
  known: { beijing },
  server,
}) => {
  const range = { from: String(server.madeAt), to: String(server.madeAt + day) };
  await openTraceList(page, beijing.project, range);
  await expectTraces(page, beijing, (trace) => trace.time >= server.madeAt);
  const row = rowsWith(page, specialNames.ahead);
  await row.getByRole("button", { name: "Time ahead of the clock" }).focus();
  await expect(page.getByRole("tooltip")).toContainText("more than 15 minutes ahead");
});
