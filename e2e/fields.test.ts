import { expect } from "@playwright/test";
import { traceKind } from "@trace-console/contracts/trace";
import { test } from "./imported-test.ts";
import {
  choose,
  expectTraces,
  field,
  openFilters,
  openTraceList,
  operatorChip,
  typeSearch,
} from "./trace-list-page.ts";

test.beforeEach(async ({ page, known: { beijing } }) => {
  await openTraceList(page, beijing.project, { range: "1w" });
});

test("a typed trace name leaves Query, Reset and Export free for the mouse", async ({
  page,
  known: { beijing },
}) => {
  const search = page.getByRole("search");
  const query = search.getByRole("button", { name: "Query" });
  const names = page.getByRole("listbox", { name: "Trace name" });
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await openFilters(page);
    const input = await typeSearch(page, "Trace name", "");
    await input.pressSequentially("StopJobV");
    await expect(names).toBeVisible();
    await input.press("2");
    await expect(names).toBeHidden();
    for (const button of [
      query,
      search.getByRole("button", { name: "Reset" }),
      search.getByRole("button", { name: "Export" }),
    ]) {
      await button.click({ trial: true });
    }
    await query.click();
    await expectTraces(page, beijing, (trace) => trace.trace_name === "StopJobV2");
    await search.getByRole("button", { name: "Reset" }).click();
    await expect(input).toBeHidden();
    await page.getByRole("button", { name: "Last 1 week" }).click();
  }
});

for (const [label, chosen, text] of [
  ["Region", "CN North-Beijing4", "singapore"],
  ["Trace Source", "All trace sources", "ecs"],
] as const) {
  test(`Esc takes back what was typed in ${label}, and its whole list opens again`, async ({
    page,
  }) => {
    const options = page.getByRole("option");
    await field(page, label).click();
    const whole = await options.count();
    await field(page, label).fill(text);
    await expect(options).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(options).toHaveCount(0);
    await expect(field(page, label)).toHaveValue(chosen);
    await page.keyboard.press("ArrowDown");
    await expect(options).toHaveCount(whole);
  });
}

test("a chosen trace status is shown within the same click", async ({ page }) => {
  const isChosen = await page
    .getByRole("radio", { name: "Warning" })
    .evaluate((radio: HTMLInputElement) => {
      radio.click();
      return radio.checked;
    });
  expect(isChosen).toBe(true);
});

test("an operator is removed by keyboard, with a button that says whom, and the focus stays", async ({
  page,
  known: { beijing },
}) => {
  await choose(page, "Operator", "li.wei.peking");
  await page.getByRole("option", { name: "wang.fang.peking" }).click();
  await page.keyboard.press("Escape");
  const remove = page.getByRole("button", { name: "Remove li.wei.peking" });
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(remove).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(operatorChip(page, "li.wei.peking")).toHaveCount(0);
  await expect(field(page, "Operator")).toBeFocused();
  await expectTraces(
    page,
    beijing,
    (trace) => traceKind(trace) === "system" && trace.user?.name === "wang.fang.peking",
  );
});
