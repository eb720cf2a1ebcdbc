import { type Locator, type Page, expect } from "@playwright/test";
import { type Trace, traceKind } from "@trace-console/contracts/trace";
import { test as demoTest } from "./demo-test.ts";
import { test } from "./imported-test.ts";
import { fetchTraces } from "./fetch-traces.ts";
import { beijing } from "./known-projects.ts";
import { type KnownTraces, specialNames } from "./known-traces.ts";
import { tabTo } from "./tab-to.ts";
import {
  expandRow,
  expectTraces,
  openTraceList,
  rangeOf,
  rowsWith,
  tracesRegion,
} from "./trace-list-page.ts";

/** The first project of the demo. */
const demo = { ...beijing, project_id: "11111111111111111111111111110004" };
const hour = 3_600_000;

const isManagement = (trace: Trace) => traceKind(trace) === "system";

/** Opens a list and waits until its values can be acted on: that part comes a moment later. */
async function openList(
  page: Page,
  params: Readonly<Record<string, string>>,
  project = beijing,
): Promise<void> {
  await openTraceList(page, project, params);
  await expect(page.getByRole("table")).toHaveAccessibleDescription(/arrow keys Left and Right/);
}

/** The first row that holds a text, and its cell with that text. */
function cellWith(page: Page, text: string): Locator {
  return rowsWith(page, text).first().getByRole("cell").filter({ hasText: text }).first();
}

/** The values of the expanded row. */
function details(page: Page): Locator {
  return tracesRegion(page).getByRole("definition");
}

function actionsButton(place: Locator, name: string): Locator {
  return place.getByRole("button", { name: `Filter by ${name}`, exact: true });
}

/** Opens the menu of a cell as a mouse does. `name` is that of the field and its value. */
async function openMenu(page: Page, cell: Locator, name: string): Promise<Locator> {
  await cell.hover();
  await actionsButton(cell, name).click();
  const menu = page.getByRole("menu", { name, exact: true });
  await expect(menu).toBeVisible();
  return menu;
}

function item(page: Page, name: string | RegExp): Locator {
  return page.getByRole("menuitem", { name, exact: typeof name === "string" });
}

/** Expects that a screen reader is told, and that the keyboard is at the list. */
async function expectDone(page: Page, words: string): Promise<void> {
  const status = page.getByRole("main").getByRole("status");
  await expect(status.filter({ hasText: words })).toHaveCount(1);
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(tracesRegion(page)).toBeFocused();
}

/** The trace names of the page's time range, most frequent first, then in their order. */
function namesIn(page: Page, { traces }: KnownTraces): string[] {
  const { from, to } = rangeOf(page);
  const inRange = traces.filter(({ time }) => time >= from && time < to).filter(isManagement);
  return [...Map.groupBy(inRange, ({ trace_name }) => trace_name)]
    .toSorted(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1))
    .map(([name]) => name);
}

test("an operator is left out from its cell, and the total drops by exactly its traces", async ({
  page,
  known,
}) => {
  const user = "li.wei.peking";
  const isUser = (trace: Trace) => trace.user?.name === user;
  await openList(page, { range: "1w" });
  const all = await expectTraces(page, known.beijing, isManagement);
  const menu = await openMenu(page, cellWith(page, user), `Operator: ${user}`);
  await expect(menu.getByRole("menuitem")).toHaveText([
    "Only this",
    "Not this",
    "Copy value",
    "Timeline: all traces of this operator",
  ]);
  await expect(item(page, "Only this")).toBeFocused();
  await item(page, "Not this").click();
  await expectDone(page, `Filter added: Operator is not ${user}`);
  await expect(page).toHaveURL(/[?&]range=1w&.*not_user=li\.wei\.peking(&|$)/);
  const left = await expectTraces(
    page,
    known.beijing,
    (trace) => isManagement(trace) && !isUser(trace),
  );
  expect(all.length - left.length).toBe(all.filter(isUser).length);
  const chips = page.getByRole("list", { name: "Further filters" });
  await expect(chips.getByRole("listitem")).toHaveText([`Operator is not: ${user}`]);
  await page.goBack();
  await expectTraces(page, known.beijing, isManagement);
});

test("trace names join one after the other, and exactly these are listed", async ({
  page,
  known,
}) => {
  const first = "StopJobV2";
  const isNamed = (...names: string[]) => {
    return (trace: Trace) => isManagement(trace) && names.includes(trace.trace_name);
  };
  await openList(page, { range: "1w" });
  const [second = "", third = ""] = namesIn(page, known.beijing).filter((name) => name !== first);
  await openMenu(page, cellWith(page, first), `Trace name: ${first}`);
  await item(page, "Only this").click();
  await expectDone(page, `Filter added: Trace name is ${first}`);
  await expectTraces(page, known.beijing, isNamed(first));

  // No trace of another name is listed, so the menu brings the names themselves.
  const menu = await openMenu(page, cellWith(page, first), `Trace name: ${first}`);
  await expect(menu.getByRole("menuitem", { name: /^Also / })).toHaveCount(5);
  await item(page, new RegExp(`^Also ${second} *\\d+$`)).click();
  await expectDone(page, `Filter added: Trace name is ${second}`);
  await expectTraces(page, known.beijing, isNamed(first, second));
  const chips = page.getByRole("list", { name: "Further filters" }).getByRole("listitem");
  await expect(chips).toHaveText([`Trace name: ${first}`, `Trace name: ${second}`]);

  await openMenu(page, cellWith(page, second), `Trace name: ${second}`);
  await expect(item(page, new RegExp(`^Also ${third} *\\d+$`))).toBeVisible();
  await item(page, "Only this one").click();
  await expectDone(page, `Filter changed: Trace name is only ${second}`);
  await expectTraces(page, known.beijing, isNamed(second));
});

test("by keyboard alone one walks along a row, opens a value and chooses", async ({
  page,
  known,
}) => {
  const { keyboard } = page;
  await openList(page, { range: "1w", trace_name: "StopJobV2" });
  const [newest] = await expectTraces(
    page,
    known.beijing,
    (trace) => trace.trace_name === "StopJobV2",
  );
  const user = newest?.user?.name ?? "";
  const row = tracesRegion(page).getByRole("row").nth(1);
  const arrow = row.getByRole("button", { name: "Details of StopJobV2" });
  const view = row.getByRole("button", { name: "View Trace" });
  const operator = actionsButton(row, `Operator: ${user}`);

  await tracesRegion(page).focus();
  await tabTo(page, arrow);
  for (const name of [
    "Trace name: StopJobV2",
    `Resource Type: ${newest?.resource_type}`,
    `Trace Source: ${newest?.service_type}`,
    `Resource ID: ${newest?.resource_id}`,
    `Resource name: ${newest?.resource_name}`,
    `Trace Status: ${newest?.trace_rating}`,
    `Operator: ${user}`,
  ]) {
    await keyboard.press("ArrowRight");
    await expect(actionsButton(row, name)).toBeFocused();
  }
  await keyboard.press("ArrowRight");
  await expect(view).toBeFocused();
  await keyboard.press("ArrowLeft");
  await expect(operator).toBeFocused();
  // Tab passes the values of the row.
  await keyboard.press("Tab");
  await expect(view).toBeFocused();
  await keyboard.press("Shift+Tab");
  await expect(arrow).toBeFocused();
  await keyboard.press("ArrowLeft");
  await expect(arrow).toBeFocused();

  await keyboard.press("Tab");
  await keyboard.press("ArrowLeft");
  await keyboard.press("Enter");
  await expect(operator).toHaveAttribute("aria-expanded", "true");
  for (const [key, name] of [
    ["ArrowDown", "Not this"],
    ["End", "Timeline: all traces of this operator"],
    ["ArrowDown", "Only this"],
    ["ArrowUp", "Timeline: all traces of this operator"],
    ["Home", "Only this"],
  ] as const) {
    await keyboard.press(key);
    await expect(item(page, name)).toBeFocused();
  }
  await keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(operator).toBeFocused();
  await expect(operator).toHaveAttribute("aria-expanded", "false");
  await keyboard.press("Enter");
  await expect(item(page, "Only this")).toBeFocused();
  await keyboard.press("Tab");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(view).toBeFocused();

  await keyboard.press("ArrowLeft");
  await keyboard.press("Space");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expectDone(page, `Filter added: Operator is not ${user}`);
  await expectTraces(
    page,
    known.beijing,
    (trace) => trace.trace_name === "StopJobV2" && trace.user?.name !== user,
  );
});

test("a value is copied as it is, and the other mouse button opens the menu as well", async ({
  page,
}) => {
  const user = "wang.fang.peking";
  await openList(page, { range: "1w", user });
  const cell = cellWith(page, user);
  await cell.hover();
  const button = actionsButton(cell, `Operator: ${user}`);
  await button.click({ button: "right" });
  await item(page, "Copy value").click();
  await expect(button).toBeFocused();
  await expect(page.getByRole("menu")).toHaveCount(0);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(user);

  // The button opens and closes its menu; a click elsewhere closes it too.
  await button.click();
  await expect(page.getByRole("menu")).toBeVisible();
  await button.click();
  await expect(page.getByRole("menu")).toHaveCount(0);
  await button.click();
  await page.getByRole("heading", { name: "Trace List" }).click();
  await expect(page.getByRole("menu")).toHaveCount(0);
});

test("what has no value offers nothing, to the mouse and to the keyboard", async ({ page }) => {
  const name = specialNames.system;
  await openList(page, { range: "1w", trace_name: name });
  const row = rowsWith(page, name).first();
  await row.getByRole("cell").nth(2).hover();
  await expect(actionsButton(row, "Resource Type: Notebook")).toHaveCount(1);
  await row.getByRole("cell").nth(7).hover();
  const ofOperator = row.getByRole("button", { name: /^Filter by Operator/ });
  await expect(ofOperator).toHaveCount(0);
  await row.getByRole("button", { name: "View Trace" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(row.getByRole("button", { name: /^Filter by Trace Status/ })).toBeFocused();
  await expect(ofOperator).toHaveCount(0);

  await expandRow(page, row);
  await expect(actionsButton(details(page), "Tracker: system")).toHaveCount(1);
  const ofNobody = /^Filter by (Operator|Access key|Source IP)/;
  await expect(details(page).getByRole("button", { name: ofNobody })).toHaveCount(0);
});

test("data traces offer the filters that they have", async ({
  page,
  known: { beijing: known },
}) => {
  const tracker = "obs-tracker";
  const isData = (trace: Trace) => !isManagement(trace);
  const ofTracker = known.traces.find((trace) => trace.tracker_name === tracker);
  await openList(page, { range: "1w", trace_type: "data" });
  await expectTraces(page, known, isData);
  const row = rowsWith(page, ofTracker?.resource_id ?? "");
  for (const cell of await row.getByRole("cell").all()) await cell.hover();
  await expandRow(page, row);
  await expect(row.getByRole("button", { name: /^Filter by/ })).toHaveCount(0);

  const { user, source_ip } = ofTracker ?? {};
  const names = [
    `Source IP: ${source_ip}`,
    `Tracker: ${tracker}`,
    `Access key: ${user?.access_key_id}`,
    `Enterprise project: ${ofTracker?.enterprise_project_id}`,
  ];
  for (const name of names) await expect(actionsButton(details(page), name)).toHaveCount(1);
  const all = details(page).getByRole("button", { name: /^Filter by/ });
  await expect(all).toHaveCount(names.length);
  await actionsButton(details(page), `Tracker: ${tracker}`).click();
  await item(page, "Not this").click();
  await expectDone(page, `Filter added: Tracker is not ${tracker}`);
  await expectTraces(page, known, (trace) => isData(trace) && trace.tracker_name !== tracker);
});

test("the timelines of a key and of an address drop every other filter", async ({
  page,
  known: { beijing: known },
}) => {
  const filter = { range: "1d", trace_name: "StopJobV2" };
  const { user, source_ip = "" } = known.traces.find(isManagement) ?? {};
  const key = user?.access_key_id ?? "";
  for (const [name, label, matches] of [
    [
      `Access key: ${key}`,
      "of this access key",
      (trace: Trace) => trace.user?.access_key_id === key,
    ],
    [
      `Source IP: ${source_ip}`,
      "from this address",
      (trace: Trace) => trace.source_ip === source_ip,
    ],
  ] as const) {
    await openList(page, filter);
    await expandRow(page, rowsWith(page, "StopJobV2").first());
    await actionsButton(details(page), name).click();
    await item(page, `Timeline: all traces ${label}`).click();
    await expectDone(page, "Timeline of ");
    await expect(page).toHaveURL(/[?&]range=1w&/);
    const found = await expectTraces(page, known, (trace) => isManagement(trace) && matches(trace));
    expect(found.length).toBeGreaterThan(100);
  }
});

test("an address is asked for or left out, in a chip and in the page's address", async ({
  page,
  known: { beijing: known },
}) => {
  const { source_ip = "" } = known.traces.find(isManagement) ?? {};
  const open = async (name: string) => {
    await openList(page, { range: "1w", trace_name: name });
    await expandRow(page, rowsWith(page, name).first());
  };
  const chip = page.getByRole("list", { name: "Further filters" }).getByRole("listitem");

  await open("StopJobV2");
  await actionsButton(details(page), `Source IP: ${source_ip}`).click();
  await item(page, "Not this").click();
  await expectDone(page, `Filter added: Source IP is not ${source_ip}`);
  await expect(chip).toHaveText(`Source IP is not: ${source_ip}`);
  await expectTraces(page, known, () => false);

  await open(specialNames.unknownRating);
  await actionsButton(details(page), "Source IP: 124.71.93.24").click();
  await item(page, "Only this").click();
  await expectDone(page, "Filter added: Source IP is 124.71.93.24");
  await expect(page).toHaveURL(/[?&]source_ip=124\.71\.93\.24(&|$)/);
  await expect(chip).toHaveText("Source IP: 124.71.93.24");
  await page.reload();
  await expectTraces(page, known, ({ source_ip: address }) => address === "124.71.93.24");
  await page.getByRole("button", { name: "Remove filter Source IP: 124.71.93.24" }).click();
  await expect(chip).toHaveCount(0);

  // Whoever has no address stays where one is left out.
  await openList(page, { range: "1w", not_source_ip: source_ip });
  const others = await expectTraces(
    page,
    known,
    (trace) => isManagement(trace) && trace.source_ip !== source_ip,
  );
  expect(others.filter((trace) => trace.source_ip === undefined)).toHaveLength(3);
});

demoTest(
  "a resource's timeline lists exactly its traces of the week, newest first",
  async ({ page }) => {
    // The demo goes on: what is older than an hour stays as it is.
    const [since, until] = [Date.now() - 24 * hour, Date.now() - hour];
    const recent = await fetchTraces(page, demo.project_id, {
      from: String(since),
      to: String(until),
    });
    const busiest = [...Map.groupBy(recent, (trace) => trace.resource_id ?? "")]
      .filter(([id]) => /^[\w-]{2,}$/.test(id))
      .toSorted(([, a], [, b]) => b.length - a.length)[0];
    const resource_id = busiest?.[0] ?? "";
    const name = busiest?.[1][0]?.trace_name ?? "";
    await openList(page, { range: "1w", trace_name: name, resource_id }, demo);
    await expandRow(page, rowsWith(page, name).first());
    await actionsButton(details(page), `Resource ID: ${resource_id}`).click();
    const timeline = item(page, "Timeline: all traces of this resource");
    // A link, so that it can be opened elsewhere.
    await expect(timeline).toHaveAttribute("href", new RegExp(`resource_id=${resource_id}$`));
    await timeline.click();
    await expectDone(page, `Timeline of Resource ID ${resource_id}`);
    await expect(page).toHaveURL(/[?&]range=1w&/);
    await expect(page).not.toHaveURL(/trace_name=/);

    const { from, to } = rangeOf(page);
    const traces = await fetchTraces(page, demo.project_id, {
      from: String(from),
      to: String(to),
      resource_id,
    });
    const found = await expectTraces(page, { project: demo, traces }, () => true);
    expect(found.length).toBeGreaterThan(1);
    const times = found.map(({ time }) => time);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  },
);
