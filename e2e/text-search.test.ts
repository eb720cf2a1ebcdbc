import { createHash } from "node:crypto";
import { type Locator, type Page, expect } from "@playwright/test";
import { type Trace, traceKind } from "@trace-console/contracts/trace";
import { axeOn } from "./axe-on.ts";
import { test } from "./imported-test.ts";
import { beijing } from "./known-projects.ts";
import {
  choose,
  expectTraces,
  openTraceList,
  rowsWith,
  tracesRegion,
  typeSearch,
  viewTrace,
  waitForTraces,
} from "./trace-list-page.ts";

const isManagement = (trace: Trace) => traceKind(trace) === "system";

/** A word in the requests of six traces, whose resources have other names. */
const word = "TRAIN-PEKING-30";
const hasWord = (trace: Trace) =>
  isManagement(trace) && (trace.request?.includes(word.toLowerCase()) ?? false);

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

function searchField(page: Page): Locator {
  return page.getByRole("search").getByRole("textbox", { name: "Search text" });
}

async function search(page: Page, text: string): Promise<Locator> {
  const input = searchField(page);
  await input.fill(text);
  await input.press("Enter");
  return input;
}

/** The lines below the rows, which tell where the text was found. */
function hitLines(page: Page, text: string): Locator {
  return rowsWith(page, `Found in ${text}`);
}

test.beforeEach(async ({ page }) => {
  await openTraceList(page, beijing, { range: "1w" });
});

test("a word of some requests finds their traces alone, and shows where it stands", async ({
  page,
  known,
}) => {
  await search(page, ` ${word} `);
  const found = await expectTraces(page, known.beijing, hasWord);
  expect(found).toHaveLength(6);
  await expect(page).toHaveURL(/[?&]text=TRAIN-PEKING-30(&|$)/);
  await expect(hitLines(page, "request.metadata.name: train-peking-30")).toHaveCount(6);
  const hits = tracesRegion(page).locator("mark");
  await expect(hits).toHaveText(found.map(() => word.toLowerCase()));
  await expect(page.getByRole("list", { name: "Further filters" })).toHaveCount(0);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = axeOn(page).withTags(rules);
    const seen = await axe.include("[role='search']").include("[aria-label='Traces']").analyze();
    expect(seen.violations).toEqual([]);
  }
});

test("a text narrows the other filters, and Query applies it too", async ({ page, known }) => {
  const isOperators = (trace: Trace) => isManagement(trace) && trace.user?.name === "li.wei.peking";
  await choose(page, "Operator", "li.wei.peking");
  await page.keyboard.press("Escape");
  await expectTraces(page, known.beijing, isOperators);
  await searchField(page).fill(word);
  await page.getByRole("button", { name: "Query" }).click();
  const found = await expectTraces(
    page,
    known.beijing,
    (trace) => isOperators(trace) && hasWord(trace),
  );
  expect(found).toHaveLength(2);
});

test("an absent word is named as such, and Clear brings all traces back", async ({
  page,
  known,
}) => {
  const input = await search(page, "nowhere-at-all");
  await expectTraces(page, known.beijing, () => false);
  await expect(page.getByRole("main")).toContainText("Text: nowhere-at-all");
  await page.getByRole("button", { name: "Clear search text" }).click();
  await expect(input).toBeFocused();
  await expect(input).toHaveValue("");
  await expect(page).not.toHaveURL(/[?&]text=/);
  await expectTraces(page, known.beijing, isManagement);
  await expect(hitLines(page, "")).toHaveCount(0);
});

test("an emptied field and Reset take the text away as well", async ({ page, known }) => {
  const input = await search(page, word);
  await expectTraces(page, known.beijing, hasWord);
  await input.fill("");
  await input.press("Enter");
  await expectTraces(page, known.beijing, isManagement);
  await input.fill("not applied");
  await page.getByRole("search").getByRole("button", { name: "Reset" }).click();
  await expect(input).toHaveValue("");
  await expectTraces(page, known.beijing, isManagement);
});

test("reload and Back keep the text of their address", async ({ page, known }) => {
  const input = await search(page, word);
  await expectTraces(page, known.beijing, hasWord);
  await page.reload();
  await waitForTraces(page);
  await expect(input).toHaveValue(word);
  await expectTraces(page, known.beijing, hasWord);
  await expect(hitLines(page, "request.metadata.name")).toHaveCount(6);
  await page.goBack();
  await expect(input).toHaveValue("");
  await expectTraces(page, known.beijing, isManagement);
});

test("data traces are searched too", async ({ page, known }) => {
  await search(page, "Train-Peking-40");
  await expectTraces(page, known.beijing, () => false);
  await choose(page, "Trace Type", "Data");
  const found = await expectTraces(
    page,
    known.beijing,
    (trace) => !isManagement(trace) && trace.resource_name?.includes("train-peking-40") === true,
  );
  expect(found).toHaveLength(10);
  // The request and the name of the resource.
  await expect(rowsWith(page, "and 1 more")).toHaveCount(10);
});

test("the last of 50,000 texts in a request is found, on a line as high as any other", async ({
  page,
  known,
}) => {
  const name = createHash("md5").update("49999").digest("hex").slice(0, 26);
  await search(page, name);
  await expectTraces(page, known.beijing, (trace) => trace.request?.includes(name) === true);
  const line = hitLines(page, "request.files[49999]: peking/");
  await expect(line).toHaveText(/\.jpg$/);
  await expect(line.locator("mark")).toHaveText(name);
  expect((await line.boundingBox())?.height).toBe(24);
  await search(page, word);
  await expectTraces(page, known.beijing, hasWord);
  const bodies = tracesRegion(page).locator("tbody[data-index]");
  const heights = await bodies.evaluateAll((all) =>
    all.map((body) => body.getBoundingClientRect().height),
  );
  expect(heights).toEqual([66, 66, 66, 66, 66, 66]);
});

test("a slash leads to the field, but not out of another field or a dialog", async ({ page }) => {
  const input = searchField(page);
  await page.getByRole("heading", { name: "Trace List" }).click();
  await page.keyboard.press("/");
  await expect(input).toBeFocused();
  await page.keyboard.type("a/b");
  await expect(input).toHaveValue("a/b");
  const other = await typeSearch(page, "Resource ID", "x");
  await other.press("/");
  await expect(other).toBeFocused();
  await expect(other).toHaveValue("x/");
  const dialog = await viewTrace(page, tracesRegion(page).getByRole("row").nth(1));
  await page.keyboard.press("/");
  await expect(input).not.toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  // The focus is back on View Trace.
  await page.keyboard.press("/");
  await expect(input).toBeFocused();
});

test("a pasted text that is too long is explained, not cut and not searched for", async ({
  page,
  known,
}) => {
  const input = searchField(page);
  const long = "x".repeat(257);
  await page.evaluate((text) => navigator.clipboard.writeText(text), long);
  await input.focus();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(input).toHaveValue(long);
  const problem = page.getByRole("search").getByRole("alert");
  await expect(problem).toHaveText("257 characters are too many: at most 256 can be searched for.");
  await expect(input).toHaveAccessibleDescription(/at most 256/);
  const url = page.url();
  await input.press("Enter");
  await page.getByRole("button", { name: "Query" }).click();
  await expect(input).toBeFocused();
  expect(page.url()).toBe(url);
  await expectTraces(page, known.beijing, isManagement);
  // The longest that is searched for.
  await input.press("Backspace");
  await expect(problem).toBeHidden();
  await input.press("Enter");
  await expect(page).toHaveURL(/[?&]text=x{256}(&|$)/);
  await expectTraces(page, known.beijing, () => false);
});
