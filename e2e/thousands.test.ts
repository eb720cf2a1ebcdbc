import { expect } from "@playwright/test";
import { cellsOf } from "./expected.ts";
import { test } from "./imported-test.ts";
import { openTraceList, totalLine, tracesRegion } from "./trace-list-page.ts";
import { walkTable } from "./walk-table.ts";

test("thousands of traces are read by scrolling alone, each once, in order", async ({
  page,
  known: { shanghai },
}) => {
  await openTraceList(page, shanghai.project, { range: "1w" });
  const { length } = shanghai.traces;
  expect(length).toBeGreaterThanOrEqual(3_300);
  await expect(totalLine(page)).toHaveText(`${length.toLocaleString("en")} traces`);
  await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", String(length + 1));
  const { rows, mostInDocument } = await walkTable(tracesRegion(page));
  expect(rows).toEqual(shanghai.traces.map(cellsOf));
  // However many are loaded, only those in sight and a few around them are in the document.
  expect(mostInDocument).toBeLessThan(60);
});

test("wheel and keys scroll the list, and an expanded row stays expanded on the way back", async ({
  page,
  known: { shanghai },
}) => {
  await openTraceList(page, shanghai.project, { range: "1w" });
  const region = tracesRegion(page);
  const first = region.getByRole("button", { name: /^Details of/ }).first();
  await first.click();
  await expect(region.getByRole("term").first()).toHaveText("trace_id");
  await region.hover();
  await page.mouse.wheel(0, 4000);
  await expect(region.getByRole("term")).toHaveCount(0);
  const reached = () => region.getByRole("row").last().getAttribute("aria-rowindex").then(Number);
  await expect.poll(reached).toBeGreaterThan(80);
  await region.focus();
  await page.keyboard.press("End");
  await expect.poll(reached).toBeGreaterThan(100);
  await page.keyboard.press("Home");
  await expect(region.getByRole("term").first()).toHaveText("trace_id");
  await expect(first).toHaveAttribute("aria-expanded", "true");
});
