import { type Locator, type Page, expect } from "@playwright/test";
import { type Trace, traceKind } from "@trace-console/contracts/trace";
import { axeOn } from "./axe-on.ts";
import { sampled, sampleOf } from "./exhaustive.ts";
import { formatShanghai } from "./expected.ts";
import { test } from "./imported-test.ts";
import { beijing, shanghai } from "./known-projects.ts";
import {
  expandRow,
  expectTraces,
  openTraceList,
  rowsWith,
  tracesRegion,
  waitForTraces,
} from "./trace-list-page.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const ofCts = [
  "Details",
  "Trace Name",
  "Resource Type",
  "Trace Source",
  "Resource ID",
  "Resource Name",
  "Trace Status",
  "Operator",
  "Operation Time",
  "Operation",
];

const isManagement = (trace: Trace) => traceKind(trace) === "system";

function heads(page: Page): Locator {
  return tracesRegion(page).getByRole("columnheader");
}

/** Opens the settings of the table. */
async function openSettings(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  const panel = page.getByRole("dialog", { name: "Columns", exact: true });
  await expect(panel).toBeVisible();
  return panel;
}

function columnBox(panel: Locator, title: string): Locator {
  return panel.getByRole("checkbox", { name: title, exact: true });
}

/** The columns that the address names. */
function named(page: Page): string | null {
  return new URL(page.url()).searchParams.get("columns");
}

/** The right edge of a column. */
function edgeOf(page: Page, title: string): Locator {
  return page.getByRole("separator", { name: `Width of ${title}`, exact: true });
}

async function widthOf(page: Page, title: string): Promise<number> {
  const head = page.getByRole("columnheader", { name: title, exact: true });
  return (await head.boundingBox())?.width ?? 0;
}

/** How far the page itself could be scrolled sideways, in px. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** The `aria-rowindex` of the rows that are in sight below the head. */
function rowsInSight(region: Locator): Promise<number[]> {
  return region.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const head = element.querySelector("thead")?.getBoundingClientRect().height ?? 0;
    return [...element.querySelectorAll("tbody tr[aria-rowindex]")]
      .filter((row) => {
        const place = row.getBoundingClientRect();
        return place.bottom > top + head + 1 && place.top < bottom - 1;
      })
      .map((row) => Number(row.getAttribute("aria-rowindex")));
  });
}

function rowHeights(region: Locator): Promise<number[]> {
  return region
    .locator("tbody tr[aria-rowindex]")
    .evaluateAll((rows) => [...new Set(rows.map((row) => row.getBoundingClientRect().height))]);
}

test("chosen columns stay after a reload and a new query, and a link shows them to others", async ({
  page,
  browser,
  server,
}) => {
  await openTraceList(page, beijing, { range: "1w", trace_name: "CreateJobV2" });
  await expect(heads(page)).toHaveText(ofCts);
  expect(named(page)).toBeNull();
  const panel = await openSettings(page);
  await columnBox(panel, "Source IP").check();
  await columnBox(panel, "Resource Type").uncheck();

  // By the keyboard to the sixth place; the focus stays on the button.
  const up = panel.getByRole("button", { name: "Move up: Source IP" });
  await up.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("status")).toHaveText("Source IP is now column 6 of 8.");
  await expect(up).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(page.getByRole("button", { name: "Columns", exact: true })).toBeFocused();

  const chosen =
    "trace_name,service_type,resource_id,resource_name,trace_rating,source_ip,user,time";
  const expected = ofCts.filter((title) => title !== "Resource Type").toSpliced(6, 0, "Source IP");
  const expectChosen = async (shown: Page) => {
    await waitForTraces(shown);
    await expect(heads(shown)).toHaveText(expected);
    await expect(rowsWith(shown, "CreateJobV2").first().getByRole("cell").nth(6)).toHaveText(
      "124.71.93.243",
    );
    expect(named(shown)).toBe(chosen);
  };
  await expectChosen(page);
  await page.getByRole("button", { name: "Last 1 day" }).click();
  await expect(page).toHaveURL(/range=1d/);
  await expectChosen(page);
  await page.reload();
  await expectChosen(page);

  const elsewhere = await browser.newContext({
    baseURL: server.url,
    storageState: server.state,
  });
  const other = await elsewhere.newPage();
  await other.goto(page.url());
  await expectChosen(other);
  // Looked at, they are not yet the choice of that browser.
  await openTraceList(other, beijing, { range: "1w", trace_name: "CreateJobV2" });
  await expect(heads(other)).toHaveText(ofCts);
  await elsewhere.close();

  // This one has made it, and the address says so.
  await openTraceList(page, beijing, { range: "1w", trace_name: "CreateJobV2" });
  await expect.poll(() => named(page)).toBe(chosen);
  await expectChosen(page);
});

test("a link with any columns shows what the traces hold there", async ({ page, known }) => {
  const columns = "code,access_key_id,no_such_column,record_time,read_only,code,message,trace_id";
  await openTraceList(page, beijing, { trace_name: "CreateJobV2", range: "1h", columns });
  await expect(heads(page)).toHaveText(
    "Details,code,Access key,record_time,read_only,message,trace_id,Operation".split(","),
  );
  const trace = known.beijing.traces.find(
    (one) => isManagement(one) && one.trace_name === "CreateJobV2",
  );
  const cells = rowsWith(page, trace?.trace_id ?? "").getByRole("cell");
  await expect(cells).toHaveText([
    "",
    trace?.code ?? "",
    trace?.user?.access_key_id ?? "",
    formatShanghai(trace?.record_time ?? 0),
    "false",
    trace?.message ?? "",
    trace?.trace_id ?? "",
    "View Trace",
  ]);
  await openTraceList(page, beijing, { trace_name: "CreateJobV2", columns: "no_such,nor_this" });
  await expect(heads(page)).toHaveText(ofCts);
});

test("the last column stays, and columns are moved by the pointer", async ({ page }) => {
  await openTraceList(page, beijing, { columns: "trace_name,user,time" });
  const panel = await openSettings(page);
  const last = await panel.locator("[data-handle=time]").boundingBox();
  const first = await panel.locator("[data-handle=trace_name]").boundingBox();
  const { x = 0, y = 0, height = 0 } = last ?? {};
  await page.mouse.move(x + 8, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 8, (first?.y ?? 0) + 2, { steps: 6 });
  await page.mouse.up();
  await expect(panel.getByRole("status")).toHaveText("Operation Time is now column 1 of 3.");
  await expect(heads(page)).toHaveText(
    "Details,Operation Time,Trace Name,Operator,Operation".split(","),
  );
  expect(named(page)).toBe("time,trace_name,user");

  await columnBox(panel, "Operation Time").uncheck();
  await columnBox(panel, "Trace Name").uncheck();
  await expect(columnBox(panel, "Operator")).toBeDisabled();
  await expect(heads(page)).toHaveText("Details,Operator,Operation".split(","));
  await columnBox(panel, "Trace Name").check();
  await expect(columnBox(panel, "Operator")).toBeEnabled();
});

test("a column is resized by keyboard, mouse and number, and a double click resets it", async ({
  page,
}) => {
  await openTraceList(page, beijing, { range: "1w" });
  const edge = edgeOf(page, "Resource Type");
  await expect(edge).toHaveAttribute("aria-valuenow", "104");
  const others = await widthOf(page, "Trace Name");
  await edge.focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"]) {
    await page.keyboard.press(key);
  }
  await expect(edge).toHaveAttribute("aria-valuenow", "124");
  expect(await widthOf(page, "Resource Type")).toBe(124);
  expect(await widthOf(page, "Trace Name")).toBe(Math.floor(others));

  const pull = async (by: number) => {
    const box = await edge.boundingBox();
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + by, y + height / 2, { steps: 4 });
  };
  await pull(400);
  await expect(edge).toHaveAttribute("aria-valuenow", "524");
  await page.mouse.up();
  expect(await widthOf(page, "Resource Type")).toBe(524);
  // The table scrolls sideways in its place, the page does not.
  const region = tracesRegion(page);
  const wider = () => region.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(await wider()).toBeGreaterThan(300);
  expect(await sideways(page)).toBe(0);
  await expandRow(page, region.getByRole("row").nth(1));
  const details = await region.locator("dl").first().boundingBox();
  expect(details?.width).toBe(await region.evaluate((element) => element.clientWidth));

  await page.reload();
  await waitForTraces(page);
  await expect(edge).toHaveAttribute("aria-valuenow", "524");
  await pull(-50);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(edge).toHaveAttribute("aria-valuenow", "524");
  await pull(-600);
  await page.mouse.up();
  await expect(edge).toHaveAttribute("aria-valuenow", "60");

  const panel = await openSettings(page);
  await panel.getByRole("spinbutton", { name: "Width of Resource Type" }).fill("300");
  await expect(edge).toHaveAttribute("aria-valuenow", "300");
  await page.keyboard.press("Escape");
  await edge.dblclick();
  await expect(edge).toHaveAttribute("aria-valuenow", "104");
});

test("compact rows show more traces, and the first one in sight stays", async ({ page }) => {
  await openTraceList(page, shanghai, { range: "1w" });
  const region = tracesRegion(page);
  await region.evaluate((element) => {
    element.scrollTop = 42 * 50;
  });
  const first = () => rowsInSight(region).then(([row]) => row);
  await expect.poll(first).toBe(52);
  const { length } = await rowsInSight(region);
  const panel = await openSettings(page);
  await panel.getByRole("button", { name: "Compact" }).click();
  await expect.poll(() => rowHeights(region)).toEqual([30]);
  await expect.poll(first).toBe(52);
  expect((await rowsInSight(region)).length).toBeGreaterThan(length);
  await panel.getByRole("button", { name: "Comfortable" }).click();
  await expect.poll(() => rowHeights(region)).toEqual([42]);
  await expect.poll(first).toBe(52);
  await panel.getByRole("button", { name: "Compact" }).click();
  await page.reload();
  await waitForTraces(page);
  await expect.poll(() => rowHeights(region)).toEqual([30]);
});

test("wrapped, a long name is shown whole, and every trace once", async ({ page, known }) => {
  await openTraceList(page, beijing, { range: "1w" });
  const region = tracesRegion(page);
  const edge = edgeOf(page, "Resource Name");
  await edge.focus();
  for (let presses = 0; presses < 9; presses++) await page.keyboard.press("ArrowLeft");
  await expect(edge).toHaveAttribute("aria-valuenow", "60");
  const cell = rowsWith(page, "train-peking-").first().getByRole("cell").nth(5);
  const isCut = () => cell.evaluate((element) => element.scrollWidth > element.clientWidth);
  expect(await isCut()).toBe(true);
  expect(await rowHeights(region)).toEqual([42]);

  const panel = await openSettings(page);
  await panel.getByRole("checkbox", { name: "Wrap text" }).check();
  await expect.poll(isCut).toBe(false);
  expect(Math.max(...(await rowHeights(region)))).toBeGreaterThan(42);
  await page.keyboard.press("Escape");
  await expectTraces(page, known.beijing, isManagement);
});

test("Reset to default leads back to the table of CTS", async ({ page }) => {
  await openTraceList(page, beijing, { range: "1w", columns: "time,code" });
  const panel = await openSettings(page);
  await panel.getByRole("button", { name: "Compact" }).click();
  await panel.getByRole("checkbox", { name: "Wrap text" }).check();
  await panel.getByRole("button", { name: "Move down: Operation Time" }).click();
  await panel.getByRole("spinbutton", { name: "Width of code" }).fill("200");
  await expect(heads(page)).toHaveText("Details,code,Operation Time,Operation".split(","));
  await panel.getByRole("button", { name: "Reset to default" }).click();
  await expect(heads(page)).toHaveText(ofCts);
  expect(named(page)).toBeNull();
  await expect(panel.getByRole("checkbox", { name: "Wrap text" })).not.toBeChecked();
  await expect.poll(() => rowHeights(tracesRegion(page))).toEqual([42]);
  await page.reload();
  await waitForTraces(page);
  await expect(heads(page)).toHaveText(ofCts);
  await expect(edgeOf(page, "Resource Type")).toHaveAttribute("aria-valuenow", "104");
});

test("what is stored in the browser may be anything", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem(
      "trace-console.preferences",
      JSON.stringify({ columns: ["no_such", "__proto__"], widths: { time: -7 }, density: 42 }),
    );
  });
  await openTraceList(page, beijing, { range: "1w" });
  await expect(heads(page)).toHaveText(ofCts);
  await expect(edgeOf(page, "Operation Time")).toHaveAttribute("aria-valuenow", "60");
  expect(await rowHeights(tracesRegion(page))).toEqual([42]);
});

const viewports = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];
for (const viewport of sampleOf(viewports, 1)) {
  test(
    `axe finds nothing in the open settings at ${viewport.width} px`,
    sampled,
    async ({ page }) => {
      await page.setViewportSize(viewport);
      await openTraceList(page, beijing, { range: "1h" });
      await openSettings(page);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const root = page.locator(":root");
        await expect(root).toHaveAttribute("data-mantine-color-scheme", colorScheme);
        const { violations } = await axeOn(page).withTags(rules).analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => `${id} ${html}`),
        );
        expect(found, colorScheme).toEqual([]);
      }
      expect(await sideways(page)).toBe(0);
    },
  );
}
