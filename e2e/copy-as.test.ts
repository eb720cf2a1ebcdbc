import { type Locator, type Page, expect } from "@playwright/test";
import type { Trace } from "@trace-console/contracts/trace";
import { axeOn } from "./axe-on.ts";
import { test } from "./imported-test.ts";
import { beijing } from "./known-projects.ts";
import { expectTraces, openTraceList } from "./trace-list-page.ts";

const filters = { range: "1w", service_type: "ModelArts", user: "li.wei.peking" };
const isWanted = (trace: Trace) =>
  trace.service_type === "ModelArts" && trace.user?.name === "li.wei.peking";

/** Opens the menu of the forms. */
async function openMenu(page: Page): Promise<Locator> {
  await page.getByRole("search").getByRole("button", { name: "Copy as" }).click();
  const menu = page.getByRole("dialog", { name: "Copy as" });
  await expect(menu).toBeVisible();
  return menu;
}

/** Copies the query on the screen. @returns what is in the clipboard then. */
async function copyAs(page: Page, form: string): Promise<string> {
  const menu = await openMenu(page);
  await menu.getByRole("button", { name: form, exact: true }).click();
  await expect(menu.getByRole("status")).toHaveText(`Copied as ${form}`);
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(page.getByRole("button", { name: "Copy as" })).toBeFocused();
  return page.evaluate(() => navigator.clipboard.readText());
}

test("a link leads to the same rows", async ({ page, context, known }) => {
  await openTraceList(page, beijing, filters);
  const link = await copyAs(page, "Link");
  expect(link).toBe(page.url());
  const other = await context.newPage();
  await other.goto(link);
  const found = await expectTraces(other, known.beijing, isWanted);
  expect(found.length).toBeGreaterThan(0);
});

test("the calls of curl get a token and find exactly the rows of the list", async ({
  page,
  playwright,
  server,
  known,
}) => {
  await openTraceList(page, beijing, filters);
  const shown = await expectTraces(page, known.beijing, isWanted);
  const script = await copyAs(page, "curl");
  const [, login = "", body = ""] =
    /^# curl -i -H 'Content-Type: application\/json' '(\S+)' -d '(.+)'$/m.exec(script) ?? [];
  const [, address = ""] = /^curl -H "X-Auth-Token: \$TOKEN" '(\S+)'$/m.exec(script) ?? [];

  // Without the session of the page.
  const shell = await playwright.request.newContext();
  const { user, password } = server.credentials;
  const reply = await shell.post(login, {
    headers: { "Content-Type": "application/json" },
    data: body
      .replace('"USER"', JSON.stringify(user))
      .replace('"PASSWORD"', JSON.stringify(password)),
  });
  expect(reply.status()).toBe(201);
  const answer = await shell.get(address, {
    headers: { "X-Auth-Token": reply.headers()["x-subject-token"] ?? "" },
  });
  expect(await answer.json()).toEqual({
    traces: shown,
    meta_data: { count: shown.length, marker: null },
  });
  await shell.dispose();
});

test("a program asks this console, and tells what the SDK cannot be asked for", async ({
  page,
  server,
}) => {
  await openTraceList(page, beijing, { ...filters, text: 'a "b"', not_trace_name: "StopJobV2" });
  const program = await copyAs(page, "Python SDK");
  expect(program).toContain(`.with_endpoint("${server.url}")`);
  expect(program).toContain('service_type="ModelArts",\n    user="li.wei.peking",\n):\n');
  expect(program).toContain('# not_trace_name="StopJobV2"\n# text="a \\"b\\""\nfor trace in');
});

test("where the page may not copy, the text is there to be copied", async ({ page }) => {
  // As in a page that comes by http from another machine.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await openTraceList(page, beijing, filters);
  const menu = await openMenu(page);
  await menu.getByRole("button", { name: "Link" }).click();
  await expect(menu.getByRole("status")).toContainText("does not let the page copy");
  const text = menu.getByRole("textbox", { name: "Link, to copy" });
  await expect(text).toHaveValue(page.url());
  await expect(text).toBeFocused();
  const selected = await text.evaluate((element) =>
    element instanceof HTMLTextAreaElement
      ? element.value.slice(element.selectionStart, element.selectionEnd)
      : "",
  );
  expect(selected).toBe(page.url());
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await axeOn(page).include("[role='dialog']").analyze();
    expect(violations).toEqual([]);
  }
  await menu.getByRole("button", { name: "curl" }).click();
  await expect(menu.getByRole("textbox", { name: "curl, to copy" })).toHaveValue(/^# ListTraces/);
});
