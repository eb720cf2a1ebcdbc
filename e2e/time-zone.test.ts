import { type Locator, type Page, expect } from "@playwright/test";
import { formatShanghai } from "./expected.ts";
import { test } from "./imported-test.ts";
import { type KnownTraces, specialNames } from "./known-traces.ts";
import {
  choose,
  expandRow,
  field,
  openTraceList,
  rangeOf,
  rowsWith,
  tracesRegion,
  viewTrace,
  waitForTraces,
} from "./trace-list-page.ts";

// The browser of the tests stands in Shanghai.

const hour = 3_600_000;
const day = 24 * hour;
const shanghai = "GMT+08:00 (Asia/Shanghai)";

/** A time (ms since 1970) in UTC: `Jul 3, 2024 03:26:32 GMT+00:00`. */
function formatUtc(ms: number): string {
  const [, date = "", month = "", year = "", clock = ""] = new Date(ms).toUTCString().split(" ");
  return `${month} ${Number(date)}, ${year} ${clock} GMT+00:00`;
}

/** The same as the range field shows it: `2024-07-03 03:26:32`. */
function secondInUtc(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

/** The time of the trace that the tests look at. */
function timeIn({ traces }: KnownTraces): number {
  return traces.find(({ trace_name }) => trace_name === specialNames.unknownField)?.time ?? 0;
}

/** Its row. */
function rowOf(page: Page): Locator {
  return rowsWith(page, specialNames.unknownField).first();
}

function rangeField(page: Page): Locator {
  return page.getByRole("button", { name: /^Time range: / });
}

function calendar(page: Page): Locator {
  return page.getByRole("dialog");
}

function startHours(page: Page): Locator {
  return page.getByRole("spinbutton", { name: "Start hours" });
}

/** Chooses a time zone in the menu of language and theme. */
async function chooseZone(page: Page, zone: string): Promise<void> {
  await page.getByRole("button", { name: "Language and appearance" }).click();
  await choose(page, "Time zone", zone);
  await page.keyboard.press("Escape");
  await expect(field(page, "Time zone")).toBeHidden();
}

/** Expects that table and range field tell the times of UTC. */
async function expectUtc(page: Page, time: number): Promise<void> {
  await expect(rowOf(page)).toContainText(formatUtc(time));
  const { from, to } = rangeOf(page);
  const range = `${secondInUtc(from)} — ${secondInUtc(to - 1)} UTC`;
  await expect(rangeField(page)).toHaveText(range);
}

/** Expects that the chart of an hour tells the times of UTC, at its bars and below them. */
async function expectChartInUtc(page: Page): Promise<void> {
  const { from, to } = rangeOf(page);
  const chart = page.getByRole("region", { name: "Histogram over time" });
  await expect(chart).toHaveAttribute("aria-busy", "false");
  await chart.getByRole("group", { name: "Bars over time" }).hover();
  await expect(chart.getByRole("status")).toHaveText(/^.{19} — .* UTC: /);
  const told = (await chart.getByRole("status").textContent()) ?? "";
  const start = Date.parse(`${told.slice(0, 19).replace(" ", "T")}Z`);
  expect(start).toBeGreaterThan(from - 1000);
  expect(start).toBeLessThan(to);
  const [tick = ""] = await chart.getByText(/^\d\d:\d\d$/).allTextContents();
  const hours = [from, to].map((ms) => new Date(ms).toISOString().slice(11, 13));
  expect(hours).toContain(tick.slice(0, 2));
}

test("UTC is printed everywhere, stays after a reload, and goes with the link", async ({
  page,
  known: { beijing },
}) => {
  const time = timeIn(beijing);
  await openTraceList(page, beijing.project);
  await expect(rowOf(page)).toContainText(formatShanghai(time));
  await expect(rangeField(page)).toHaveText(/:\d\d$/);

  await chooseZone(page, "UTC");
  await expectUtc(page, time);
  await expectChartInUtc(page);
  await expect(page).toHaveURL(/[?&]zone=UTC$/);
  const dialog = await viewTrace(page, rowOf(page));
  await expect(dialog).toContainText(formatUtc(time));
  await page.keyboard.press("Escape");
  expect(await expandRow(page, rowOf(page))).toContainEqual(["time", formatUtc(time)]);

  await page.reload();
  await waitForTraces(page);
  await expectUtc(page, time);

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await waitForTraces(page);
  await expectUtc(page, time);
  // A filter and another range keep the zone of the link.
  await page.getByRole("button", { name: "Last 1 day" }).click();
  await expect(page).toHaveURL(/[?&]zone=UTC&/);
  await expectUtc(page, time);
});

test("the zone of a link wins over the chosen one, and an unknown zone counts as none", async ({
  page,
  known: { beijing },
}) => {
  const time = timeIn(beijing);
  await openTraceList(page, beijing.project);
  await chooseZone(page, "UTC");
  await expect(rowOf(page)).toContainText(formatUtc(time));
  await openTraceList(page, beijing.project, { zone: "Asia/Shanghai" });
  await expect(rowOf(page)).toContainText(formatShanghai(time));
  await expect(rangeField(page)).toHaveText(/ GMT\+8$/);
  await openTraceList(page, beijing.project, { zone: "Mars/Olympus" });
  await expectUtc(page, time);

  await chooseZone(page, "Local (GMT+08:00)");
  await expect(rowOf(page)).toContainText(formatShanghai(time));
  await expect(rangeField(page)).toHaveText(/:\d\d$/);
  await expect(page).not.toHaveURL(/zone=/);
});

test("an empty result tells its range in the zone of the page", async ({
  page,
  known: { beijing },
}) => {
  await openTraceList(page, beijing.project, { trace_name: "NoSuchTrace", zone: "UTC" });
  const { from, to } = rangeOf(page);
  await expect(tracesRegion(page)).toContainText(formatUtc(from));
  await expect(tracesRegion(page)).toContainText(formatUtc(to));
});

test("what is picked in UTC is asked for to the millisecond", async ({
  page,
  known: { beijing },
}) => {
  // A day that is kept as a whole.
  const start = Math.floor(Date.now() / day) * day - 2 * day;
  const range = { from: String(start), to: String(start + hour) };
  await openTraceList(page, beijing.project, { ...range, zone: "UTC" });
  await rangeField(page).click();
  await expect(startHours(page)).toHaveValue("00");
  const name = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
  const button = calendar(page).getByRole("button", { name: name.format(start), exact: true });
  await button.click();
  await button.click();
  await page.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => rangeOf(page)).toEqual({ from: start, to: start + day });

  await rangeField(page).click();
  await startHours(page).fill("05");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => rangeOf(page)).toEqual({ from: start + 5 * hour, to: start + day });
  const shown = `${secondInUtc(start + 5 * hour)} — ${secondInUtc(start + day - 1)} UTC`;
  await expect(rangeField(page)).toHaveText(shown);
});

test("another zone in the calendar leaves the picked times as they are", async ({
  page,
  known: { beijing },
}) => {
  const start = Math.floor(Date.now() / day) * day - 2 * day;
  const range = { from: String(start), to: String(start + hour) };
  await openTraceList(page, beijing.project, range);
  await rangeField(page).click();
  await expect(startHours(page)).toHaveValue("08");
  await choose(page, "Time zone", "UTC");
  await expect(startHours(page)).toHaveValue("00");

  // Any zone is found by a part of its name.
  await field(page, "Time zone").fill("berlin");
  await expect(page.getByRole("option", { name: "Europe/Berlin" })).toBeVisible();
  // The first Esc is for the list.
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(0);
  await expect(calendar(page)).toBeVisible();
  await field(page, "Time zone").fill("new york");
  await page.getByRole("option", { name: "America/New_York" }).click();
  await expect(rangeField(page)).toHaveText(/ GMT-[45]$/);
  await choose(page, "Time zone", shanghai);
  await expect(startHours(page)).toHaveValue("08");

  await page.getByRole("button", { name: "Apply" }).click();
  await expect(calendar(page)).toBeHidden();
  expect(rangeOf(page)).toEqual({ from: start, to: start + hour });
});
