import { expect } from "@playwright/test";
import { cellsOf, detailsOf, dialogTextOf } from "./expected.ts";
import { sampled, sampleOf } from "./exhaustive.ts";
import { expectHarmless, watchForeignRequests } from "./harmless.ts";
import { test } from "./imported-test.ts";
import { openEveryTrace } from "./open-every-trace.ts";
import { openTraceList, tracesRegion, typeSearch, waitForTraces } from "./trace-list-page.ts";
import { walkTable } from "./walk-table.ts";

/** Characters that change how others are shown without being seen themselves. */
const unseen = /(?!\n)\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

const shownAsText =
  "every field of an attack is shown as the text it is, in list, details and dialog";

test(shownAsText, sampled, async ({ page, server, known: { dublin } }) => {
  const foreign = watchForeignRequests(page, server.url);
  await openTraceList(page, dublin.project);
  const region = tracesRegion(page);

  const { rows, highest } = await walkTable(region);
  expect(rows).toEqual(dublin.traces.map(cellsOf));
  expect(highest).toBeLessThan(46);
  expect(await region.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  await expectHarmless(page);

  const traces = sampleOf(dublin.traces, 40);
  const opened = await openEveryTrace(region, traces.length);
  expect(opened.map(({ details }) => details)).toEqual(traces.map(detailsOf));
  for (const [index, { dialog }] of opened.entries()) {
    // Invisible characters may be written as escapes, which mean the same.
    const text = JSON.stringify(JSON.parse(dialog), null, 4);
    expect(text).toBe(traces.map(dialogTextOf)[index]);
    expect(dialog).not.toMatch(unseen);
  }
  await expectHarmless(page);
  expect(foreign).toEqual([]);
  expect(new URL(page.url()).pathname).toBe("/trace-list");
});

test("an expanded attack keeps to the width of its row", async ({ page, known: { dublin } }) => {
  await openTraceList(page, dublin.project);
  const region = tracesRegion(page);
  for (const arrow of (await region.getByRole("button", { name: /^Details of/ }).all()).slice(
    0,
    3,
  )) {
    await arrow.click();
  }
  await expect(region.getByRole("term").first()).toBeVisible();
  const overflow = () =>
    region.evaluate((element) => [
      element.scrollWidth - element.clientWidth,
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ]);
  expect(await overflow()).toEqual([0, 0]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect((await overflow())[1]).toBe(0);
});

test("an attack that is typed or linked to is searched for, and shown as text", async ({
  page,
  known: { dublin },
}) => {
  const attack = `"><img src=x onerror=alert(1)>`;
  await openTraceList(page, dublin.project);
  const input = await typeSearch(page, "Resource name", attack);
  await input.press("Enter");
  await expect(page).toHaveURL(/resource_name=/);
  await waitForTraces(page);
  await expect(tracesRegion(page).getByRole("row")).toHaveCount(2);
  await page.goto(`/trace-list?region=${encodeURIComponent(attack)}`);
  await expect(page.getByRole("main")).toContainText(attack);
  await openTraceList(page, dublin.project, { access_key_id: attack, tracker_name: attack });
  await expect(
    page.getByRole("button", { name: `Remove filter Tracker: ${attack}` }),
  ).toBeVisible();
  await expect(page.locator("img")).toHaveCount(0);
});
