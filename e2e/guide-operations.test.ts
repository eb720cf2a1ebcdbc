import { expect } from "@playwright/test";
import { guideOperations } from "@trace-console/contracts/modelarts-operations";
import { detailsOf, dialogTextOf, fileTextOf } from "./expected.ts";
import { test } from "./imported-test.ts";
import {
  expandRow,
  expectTraces,
  openTraceList,
  rowsWith,
  typeSearch,
  viewTrace,
} from "./trace-list-page.ts";

for (const { operation, trace_name, resource_type } of guideOperations) {
  test(`${operation} is found by its trace name ${trace_name}, expanded and viewed`, async ({
    page,
    known: { beijing },
  }) => {
    await openTraceList(page, beijing.project);
    await typeSearch(page, "Trace name", trace_name);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`trace_name=${trace_name}`));
    const found = await expectTraces(page, beijing, (trace) => trace.trace_name === trace_name);
    const trace = found.find((candidate) => candidate.resource_type === resource_type);
    if (trace === undefined) throw new Error(`No trace of ${resource_type} was made.`);

    const row = rowsWith(page, trace.resource_id ?? "");
    expect(await expandRow(page, row)).toEqual(detailsOf(trace));

    const dialog = await viewTrace(page, row);
    const json = dialog.getByRole("region", { name: "Trace JSON" });
    expect(await json.textContent()).toBe(dialogTextOf(trace));

    await dialog.getByRole("button", { name: "Copy", exact: true }).click();
    await expect(dialog.getByRole("status").filter({ hasText: "Copied" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(fileTextOf(trace));
  });
}
