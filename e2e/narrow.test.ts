import { type Locator, expect } from "@playwright/test";
import { type Trace, traceKind } from "@trace-console/contracts/trace";
import { test } from "./imported-test.ts";
import {
  expectTraces,
  field,
  openFilters,
  openTraceList,
  operatorChip,
  tracesRegion,
} from "./trace-list-page.ts";

const telephone = { width: 390, height: 844 };

test.use({ viewport: telephone });

const isByLi = (trace: Trace) =>
  traceKind(trace) === "system" && trace.user?.name === "li.wei.peking";

/** Expects that all of it lies within the first screen. */
async function expectInSight(element: Locator): Promise<void> {
  const { y, height } = (await element.boundingBox()) ?? { y: Infinity, height: 0 };
  expect(y + height).toBeLessThan(telephone.height);
}

test("on a telephone the filters are folded: what is set is seen and taken away, and rows are in sight", async ({
  page,
  known: { beijing },
}) => {
  await openTraceList(page, beijing.project, {
    range: "1w",
    user: "li.wei.peking",
    trace_rating: "normal",
  });
  const search = page.getByRole("search");
  const set = search.getByRole("list", { name: "Filters that are set" });
  await expect(set).toHaveText("Operator: li.wei.pekingTrace Status: normal");
  await expect(field(page, "Operator")).toBeHidden();
  await expect(page.getByRole("region", { name: "Histogram over time" })).toBeVisible();
  await expectInSight(tracesRegion(page).getByRole("row").nth(2));

  await search.getByRole("button", { name: "Remove filter Trace Status: normal" }).click();
  await expectTraces(page, beijing, isByLi);
  await expect(search.getByRole("button", { name: "Filters: 1 set" })).toBeVisible();

  await openFilters(page);
  await expect(field(page, "Operator")).toBeVisible();
  await expect(operatorChip(page, "li.wei.peking")).toBeVisible();
  await expect(set).toBeHidden();
});

test("on a telephone a table of a few rows is read without sideways scrolling", async ({
  page,
}) => {
  for (const [path, name] of [
    ["/users", "Users"],
    ["/account", "Sessions"],
  ] as const) {
    await page.goto(path);
    const region = page.getByRole("region", { name });
    await expect(region.getByRole("rowheader").first()).toBeVisible();
    expect(await region.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(
      0,
    );
  }
});
