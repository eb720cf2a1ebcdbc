import { type Locator, type Page, expect } from "@playwright/test";
import type { Trace } from "@trace-console/contracts/trace";
import { cellsOf } from "./expected.ts";
import type { KnownProject } from "./known-projects.ts";
import type { KnownTraces } from "./known-traces.ts";
import type { Credentials } from "./trace-server.ts";
import { walkTable } from "./walk-table.ts";

// The Trace List as a person meets it: by roles and labels.

/** Fills in the sign-in page and sends it. */
export async function signIn(page: Page, { user, password }: Credentials): Promise<void> {
  await page.getByLabel("User").fill(user);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The address of a project's Trace List. */
export function traceListPath(
  { region, project_id }: KnownProject,
  params: Readonly<Record<string, string>> = {},
): string {
  return `/trace-list?${new URLSearchParams({ region, project: project_id, ...params })}`;
}

/** Opens the Trace List of a project and waits for its traces. */
export async function openTraceList(
  page: Page,
  project: KnownProject,
  params?: Readonly<Record<string, string>>,
): Promise<void> {
  await page.goto(traceListPath(project, params));
  await waitForTraces(page);
}

/** The scrolling table of the traces. */
export function tracesRegion(page: Page): Locator {
  return page.getByRole("region", { name: "Traces" });
}

/**
 * Waits until the list shows what was asked for. The page itself looks, frame by frame: an
 * expectation looks less and less often, and hundreds of pages are waited for.
 */
export async function waitForTraces(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('[role="region"][aria-label="Traces"]')?.getAttribute("aria-busy") ===
      "false",
  );
}

/** The line above the table that tells how many traces there are. */
export function totalLine(page: Page): Locator {
  return page.getByRole("main").getByRole("status", { name: "Total" });
}

/** The time range of the page's address, ms since 1970. */
export function rangeOf(page: Page): { from: number; to: number } {
  const params = new URL(page.url()).searchParams;
  return { from: Number(params.get("from")), to: Number(params.get("to")) };
}

/** The field of the filters, or of the top bar, that has this label. */
export function field(page: Page, label: string): Locator {
  return page.getByRole("combobox", { name: label, exact: true });
}

/** Opens the filters where a narrow screen folds them. */
export async function openFilters(page: Page): Promise<void> {
  const folded = page
    .getByRole("search")
    .getByRole("button", { name: /^Filters/, expanded: false });
  if (await folded.isVisible()) await folded.click();
}

/** Chooses an option of a select or adds one to a multi-select; counts beside it may be any. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const name = option.replaceAll(/[.*+?()[\]\\]/g, String.raw`\$&`);
  await field(page, label).click();
  await page
    .getByRole("option", { name: new RegExp(String.raw`^${name}( [\d,]+| .* traces)?$`) })
    .click();
}

/** Chooses a trace status. */
export async function chooseStatus(page: Page, label: string): Promise<void> {
  const radio = page.getByRole("radio", { name: label, exact: true });
  await radio.click();
  await expect(radio).toBeChecked();
}

/** The chip of a chosen operator, with the button that removes it. */
export function operatorChip(page: Page, operator: string): Locator {
  const remove = page.getByRole("button");
  return page.getByRole("search").locator("span").filter({ hasText: operator, has: remove });
}

/** Opens the input of "Search By" and fills it in; nothing is sent yet. */
export async function typeSearch(page: Page, by: string, text: string): Promise<Locator> {
  await choose(page, "Search By", by);
  const input = page.getByRole("search").getByRole(by === "Trace name" ? "combobox" : "textbox", {
    name: by,
    exact: true,
  });
  await input.fill(text);
  return input;
}

/**
 * Expects that the list shows, over its whole length, exactly the project's traces in the time
 * range of the page's address for which `matches` holds, in their order, and their number.
 */
export async function expectTraces(
  page: Page,
  { traces }: KnownTraces,
  matches: (trace: Trace) => boolean,
): Promise<Trace[]> {
  await expect(page).toHaveURL(/[?&]from=\d+&to=\d+/);
  const { from, to } = rangeOf(page);
  const expected = traces.filter(
    (trace) => trace.time >= from && trace.time < to && matches(trace),
  );
  const count = expected.length.toLocaleString("en");
  await expect(totalLine(page)).toHaveText(`${count} ${count === "1" ? "trace" : "traces"}`);
  if (expected.length === 0) {
    await expect(page.getByRole("heading", { name: "No traces found" })).toBeVisible();
  } else {
    const { rows } = await walkTable(tracesRegion(page));
    expect(rows).toEqual(expected.map(cellsOf));
  }
  return expected;
}

/** The rows of the table that hold a text. */
export function rowsWith(page: Page, text: string): Locator {
  return tracesRegion(page).getByRole("row").filter({ hasText: text });
}

/** Expands a row. @returns the keys and values that appear below it. */
export async function expandRow(page: Page, row: Locator): Promise<[string, string][]> {
  const arrow = row.getByRole("button", { name: /^Details of/ });
  await arrow.click();
  await expect(arrow).toHaveAttribute("aria-expanded", "true");
  const details = page.locator(`[id="${await arrow.getAttribute("aria-controls")}"]`);
  const keys = await details.getByRole("term").allTextContents();
  const values = await details.getByRole("definition").allTextContents();
  return keys.map((key, index) => [key, values[index] ?? ""]);
}

/** Opens the dialog of a row's trace. */
export async function viewTrace(page: Page, row: Locator): Promise<Locator> {
  await row.getByRole("button", { name: "View Trace" }).click();
  const dialog = page.getByRole("dialog", { name: "View Trace" });
  await expect(dialog).toBeVisible();
  return dialog;
}

/**
 * The whole text of the region "Trace JSON", of which the page draws what is in sight: while it is
 * read, that is all of it.
 */
export async function readTraceJson(dialog: Locator): Promise<string> {
  const json = dialog.getByRole("region", { name: "Trace JSON" });
  const setHeight = (height: string) =>
    json.getByRole("tree").evaluate((tree, maxHeight) => {
      tree.style.maxHeight = maxHeight;
    }, height);
  await setHeight("none");
  await expect.poll(async () => (await json.textContent())?.endsWith("\n}")).toBe(true);
  const text = (await json.textContent()) ?? "";
  await setHeight("");
  return text;
}
