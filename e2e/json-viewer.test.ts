import { createHash } from "node:crypto";
import { type Locator, type Page, expect } from "@playwright/test";
import type { Trace } from "@trace-console/contracts/trace";
import { axeOn } from "./axe-on.ts";
import { dialogTextOf } from "./expected.ts";
import { test } from "./imported-test.ts";
import { type KnownTraces, specialNames } from "./known-traces.ts";
import { tabTo } from "./tab-to.ts";
import { openTraceList, rowsWith, viewTrace } from "./trace-list-page.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The most elements that the dialog may have, however large the trace is. */
const mostElements = 1000;

function newest({ traces }: KnownTraces, name: string): Trace {
  const trace = traces.find(({ trace_name }) => trace_name === name);
  if (trace === undefined) throw new Error(`No trace ${name} was made.`);
  return trace;
}

/** Lists the traces of a name. @returns the row of the newest one */
async function listNewest(page: Page, known: KnownTraces, name: string): Promise<Locator> {
  await openTraceList(page, known.project, { range: "1w", trace_name: name });
  return rowsWith(page, newest(known, name).resource_id ?? "");
}

async function viewNewest(page: Page, known: KnownTraces, name: string): Promise<Locator> {
  return viewTrace(page, await listNewest(page, known, name));
}

function button(dialog: Locator, name: string): Locator {
  return dialog.getByRole("button", { name, exact: true });
}

function line(dialog: Locator, start: string): Locator {
  return dialog.getByRole("treeitem").filter({ hasText: start });
}

function searchField(dialog: Locator): Locator {
  return dialog.getByRole("textbox", { name: "Search in this trace" });
}

function currentMatch(dialog: Locator): Locator {
  return dialog.locator("mark[data-current]");
}

const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test("strings that hold JSON are unfolded on demand, and marked as such", async ({
  page,
  known: { beijing },
}) => {
  const trace = newest(beijing, "CreateJobV2");
  const dialog = await viewNewest(page, beijing, "CreateJobV2");
  const json = dialog.getByRole("region", { name: "Trace JSON" });
  expect(await json.textContent()).toBe(dialogTextOf(trace));
  await expect(button(dialog, "As on the wire")).toHaveAttribute("aria-pressed", "true");

  await button(dialog, "Unfolded").click();
  await expect(line(dialog, '"request": {')).toContainText("JSON in a string");
  await expect(line(dialog, '"metadata": {').first()).toHaveAttribute("aria-level", "3");
  await expect(line(dialog, `"name": "${trace.resource_name}"`)).toHaveAttribute("aria-level", "4");

  // It is what this reader likes, also after the page was loaded anew.
  const again = await viewNewest(page, beijing, "CreateJobV2");
  await expect(line(again, '"request": {')).toContainText("JSON in a string");
  await button(again, "As on the wire").click();
  await expect(again.getByText("JSON in a string")).toHaveCount(0);
  expect(await json.textContent()).toBe(dialogTextOf(trace));
});

test("objects and arrays are folded, one or all, by mouse and keyboard", async ({
  page,
  known: { beijing },
}) => {
  const trace = newest(beijing, "CreateJobV2");
  const dialog = await viewNewest(page, beijing, "CreateJobV2");
  const user = line(dialog, '"user": {');
  const fold = button(dialog, "Contents of user");
  const principal = line(dialog, '"principal_urn"');
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  await fold.click();
  await expect(fold).toHaveAttribute("aria-expanded", "false");
  await expect(user).toHaveAttribute("aria-expanded", "false");
  await expect(user).toContainText(`${Object.keys(trace.user ?? {}).length} fields`);
  await expect(principal).toHaveCount(0);
  // The cursor is where one has clicked.
  await page.keyboard.press("ArrowRight");
  await expect(user).toHaveAttribute("aria-expanded", "true");
  await expect(principal).toBeVisible();
  await button(dialog, "Fold all").click();
  await expect(line(dialog, '"domain": {')).toHaveCount(0);
  await expect(line(dialog, '"trace_id"')).toBeVisible();
  await button(dialog, "Unfold all").click();
  await expect(line(dialog, '"domain": {')).toBeVisible();
});

test("a search counts its matches, goes from one to the next, and unfolds what hides them", async ({
  page,
  known: { beijing },
}) => {
  const trace = newest(beijing, "CreateJobV2");
  const name = trace.resource_name ?? "";
  const count = dialogTextOf(trace).split(name).length - 1;
  expect(count).toBeGreaterThan(1);
  const dialog = await viewNewest(page, beijing, "CreateJobV2");
  await button(dialog, "Unfolded").click();
  const field = searchField(dialog);
  await field.fill(name.toUpperCase());
  await expect(dialog.getByText(`1 of ${count}`, { exact: true })).toBeVisible();
  await expect(dialog.locator("mark")).toHaveText(Array.from({ length: count }, () => name));
  await expect(currentMatch(dialog)).toBeInViewport();
  await field.press("Enter");
  await expect(dialog.getByText(`2 of ${count}`, { exact: true })).toBeVisible();
  await field.press("Shift+Enter");
  await field.press("Shift+Enter");
  await expect(dialog.getByText(`${count} of ${count}`, { exact: true })).toBeVisible();

  await button(dialog, "Fold all").click();
  await expect(line(dialog, '"metadata": {')).toHaveCount(0);
  await button(dialog, "Next match").click();
  await expect(dialog.getByText(`1 of ${count}`, { exact: true })).toBeVisible();
  await expect(line(dialog, `"name": "${name}"`)).toBeVisible();
  await expect(currentMatch(dialog)).toBeInViewport();

  await field.fill("nowhere-at-all");
  await expect(dialog.getByText("No match", { exact: true })).toBeVisible();
  await expect(button(dialog, "Next match")).toBeDisabled();
});

test("the text that found the trace is searched for in it", async ({
  page,
  known: { beijing },
}) => {
  const { resource_name: text = "" } = newest(beijing, "CreateJobV2");
  await openTraceList(page, beijing.project, { range: "1w", text });
  const dialog = await viewTrace(page, rowsWith(page, "CreateJobV2").first());
  await expect(searchField(dialog)).toHaveValue(text);
  await expect(currentMatch(dialog)).toHaveText(text);
  await expect(currentMatch(dialog)).toBeInViewport();
});

test("value and path of a line are copied by keyboard and by mouse", async ({
  page,
  known: { beijing },
}) => {
  const trace = newest(beijing, "CreateJobV2");
  const dialog = await viewNewest(page, beijing, "CreateJobV2");
  await button(dialog, "Unfolded").click();
  const tree = dialog.getByRole("tree");
  await tabTo(page, tree);
  for (const key of ["ArrowDown", "ArrowRight", "ArrowRight", "c"]) await page.keyboard.press(key);
  await expect(dialog.getByRole("status").filter({ hasText: "Value copied" })).toBeVisible();
  expect(await readClipboard(page)).toBe(trace.resource_name);
  const cursor = (await tree.getAttribute("aria-activedescendant")) ?? "";
  await expect(line(dialog, `"name": "${trace.resource_name}"`)).toHaveAttribute("id", cursor);
  await page.keyboard.press("p");
  await expect(dialog.getByRole("status").filter({ hasText: "Path copied" })).toBeVisible();
  expect(await readClipboard(page)).toBe("request.metadata.name");
  // One Tab leads out again.
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("link", { name: "Trace structure" })).toBeFocused();

  await line(dialog, '"request": {').hover();
  await button(dialog, "Copy value").click();
  await expect(dialog.getByRole("status").filter({ hasText: "Value copied" })).toBeVisible();
  expect(await readClipboard(page)).toBe(trace.request);
});

test("what is selected is copied as JSON", async ({ page, known: { beijing } }) => {
  const dialog = await viewNewest(page, beijing, "CreateJobV2");
  const tree = dialog.getByRole("tree");
  await tree.focus();
  await tree.evaluate((element) => {
    const [first, , third] = element.querySelectorAll("code");
    if (first === undefined || third === undefined) return;
    getSelection()?.setBaseAndExtent(first, 0, third, third.childNodes.length);
  });
  await page.keyboard.press("ControlOrMeta+C");
  const lines = dialogTextOf(newest(beijing, "CreateJobV2")).split("\n");
  await expect.poll(() => readClipboard(page)).toBe(`${lines.slice(0, 3).join("\n")}\n`);
});

/** Runs in the page. Opens the dialog of a row; answers how long it took and how much it draws. */
async function openInPage(row: Element): Promise<{ ms: number; elements: number }> {
  const nextFrame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  const start = performance.now();
  const view = [...row.querySelectorAll("button")].at(-1);
  view?.click();
  while (document.querySelector('[role="dialog"] [role="treeitem"]') === null) await nextFrame();
  await nextFrame();
  const elements = document.querySelectorAll('[role="dialog"] *').length;
  return { ms: performance.now() - start, elements };
}

for (const form of ["As on the wire", "Unfolded"]) {
  test(`two megabytes open at once, are read to the end and searched: ${form}`, async ({
    page,
    known: { beijing },
  }) => {
    const trace = newest(beijing, specialNames.large);
    const row = await listNewest(page, beijing, specialNames.large);
    // The code of the dialog is there, and the form is chosen.
    const dialog = await viewTrace(page, row);
    await button(dialog, form).click();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();

    const { ms, elements } = await row.evaluate(openInPage);
    console.log(`2 MB opened in ${Math.round(ms)} ms with ${elements} elements: ${form}`);
    expect(ms).toBeLessThan(1000);
    expect(elements).toBeLessThan(mostElements);

    const tree = dialog.getByRole("tree");
    await tree.focus();
    await page.keyboard.press("End");
    const end = dialog.getByRole("treeitem", { selected: true });
    await expect(end).toContainText(dialogTextOf(trace).split("\n").at(-2)?.trim() ?? "nothing");
    await expect(end).toBeInViewport();
    expect(await dialog.locator("*").count()).toBeLessThan(mostElements);

    const name = createHash("md5").update("49999").digest("hex").slice(0, 26);
    await searchField(dialog).fill(name);
    await expect(dialog.getByText("1 of 1", { exact: true })).toBeVisible();
    // As on the wire the name begins in one piece of its line and ends in the next.
    const marked = async () => (await currentMatch(dialog).allTextContents()).join("");
    await expect.poll(marked).toBe(name);
    await expect(currentMatch(dialog).first()).toBeInViewport();
    expect(await dialog.locator("*").count()).toBeLessThan(mostElements);
  });
}

test("axe finds nothing while one searches in folded and unfolded lines", async ({
  page,
  known: { beijing },
}) => {
  const dialog = await viewNewest(page, beijing, "CreateJobV2");
  await button(dialog, "Unfolded").click();
  await searchField(dialog).fill("peking");
  await button(dialog, "Contents of user").click();
  await line(dialog, '"response": {').hover();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const scheme = page.locator(":root");
    await expect(scheme).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    const axe = axeOn(page).withTags(rules).include("[role='dialog']");
    expect((await axe.analyze()).violations).toEqual([]);
  }
});
