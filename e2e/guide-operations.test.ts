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

// One after the other on one page, as somebody looks for them who audits a week.
for (const type of new Set(guideOperations.map(({ resource_type }) => resource_type))) {
  test(`each operation on ${type} is found by its trace name, expanded and viewed`, async ({
    page,
    known: { beijing },
  }) => {
    await openTraceList(page, beijing.project);
    for (const { operation, trace_name } of guideOperations.filter(
      ({ resource_type }) => resource_type === type,
    )) {
      await typeSearch(page, "Trace name", trace_name);
      await page.keyboard.press("Enter");
      await expect(page, operation).toHaveURL(new RegExp(`trace_name=${trace_name}`));
      const found = await expectTraces(page, beijing, (trace) => trace.trace_name === trace_name);
      const trace = found.find(({ resource_type }) => resource_type === type);
      if (trace === undefined) throw new Error(`No trace of ${type} was made.`);

      const row = rowsWith(page, trace.resource_id ?? "");
      expect(await expandRow(page, row), operation).toEqual(detailsOf(trace));

      const dialog = await viewTrace(page, row);
      const json = dialog.getByRole("region", { name: "Trace JSON" });
      expect(await json.textContent(), operation).toBe(dialogTextOf(trace));

      await dialog.getByRole("button", { name: "Copy", exact: true }).click();
      await expect(dialog.getByRole("status").filter({ hasText: "Copied" })).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(fileTextOf(trace));
      await dialog.getByRole("button", { name: "Close" }).click();
      await page.getByRole("search").getByRole("button", { name: "Reset" }).click();
      await expect(page).not.toHaveURL(/trace_name=/);
    }
  });
}
