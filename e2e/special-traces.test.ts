import { type Page, expect } from "@playwright/test";
import type { Trace } from "@trace-console/contracts/trace";
import { cellsOf, detailsOf, dialogTextOf, fileTextOf } from "./expected.ts";
import { test } from "./imported-test.ts";
import { type KnownTraces, specialNames } from "./known-traces.ts";
import { expandRow, openTraceList, readTraceJson, rowsWith, viewTrace } from "./trace-list-page.ts";

/** Opens the list of all traces with this name, and shows the newest one in every way. */
async function showNewest(page: Page, { project, traces }: KnownTraces, name: string) {
  const trace = traces.find((candidate) => candidate.trace_name === name);
  if (trace === undefined) throw new Error(`No trace ${name} was made.`);
  await openTraceList(page, project, { range: "1w", trace_name: name });
  const row = rowsWith(page, trace.resource_id ?? "");
  await expect(row.getByRole("cell")).toHaveText(["", ...cellsOf(trace), "View Trace"]);
  const details = await expandRow(page, row);
  expect(details).toEqual(detailsOf(trace));
  const dialog = await viewTrace(page, row);
  expect(await readTraceJson(dialog)).toBe(dialogTextOf(trace));
  return { trace, details, dialog };
}

const keys = (details: readonly [string, string][]) => details.map(([key]) => key);

test("a trace that the system triggered has no operator and no address", async ({
  page,
  known: { beijing },
}) => {
  const { trace, details } = await showNewest(page, beijing, specialNames.system);
  expect(trace.trace_type).toBe("SystemAction");
  expect(keys(details)).not.toContain("user");
  expect(keys(details)).not.toContain("source_ip");
});

test("a field that nobody knows yet is shown after the known ones", async ({
  page,
  known: { beijing },
}) => {
  const { details } = await showNewest(page, beijing, specialNames.unknownField);
  expect(details.at(-1)).toEqual(["zone_of_future", '{"levels":[1,"two",null],"marker":"peking"}']);
});

test("a trace status that nobody knows is shown as it came", async ({
  page,
  known: { beijing },
}) => {
  const { trace } = await showNewest(page, beijing, specialNames.unknownRating);
  expect(trace.trace_rating).toBe("critical");
});

test("a trace of two megabytes opens, and is downloaded whole, with times in ms", async ({
  page,
  known: { beijing },
}) => {
  const { trace, dialog } = await showNewest(page, beijing, specialNames.large);
  expect((trace.request ?? "").length).toBeGreaterThan(2_000_000);
  expect(await downloadedText(page, dialog)).toBe(fileTextOf(trace));
});

async function downloadedText(page: Page, dialog: ReturnType<Page["locator"]>): Promise<string> {
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download" }).click();
  const stream = await (await download).createReadStream();
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

test("a downloaded file is named after its trace and holds the wire JSON", async ({
  page,
  known: { beijing },
}) => {
  const { trace, dialog } = await showNewest(page, beijing, "CreateDiagnosisTask");
  const download = page.waitForEvent("download");
  const text = downloadedText(page, dialog);
  expect((await download).suggestedFilename()).toBe(`trace-${trace.trace_id}.json`);
  expect(await text).toBe(fileTextOf(trace));
  const parsed: unknown = JSON.parse(await text);
  const wire: Trace = trace;
  expect(parsed).toEqual(wire);
});

test("from the dialog a page explains every field of a trace", async ({
  page,
  known: { beijing },
}) => {
  const { dialog } = await showNewest(page, beijing, "CreateDiagnosisTask");
  await dialog.getByRole("link", { name: "Trace structure" }).click();
  await expect(page.getByRole("heading", { name: "Trace Structure", level: 1 })).toBeVisible();
  const table = page.getByRole("region", { name: "Fields of a trace" });
  for (const field of ["trace_id", "trace_rating", "request", "record_time", "read_only"]) {
    await expect(table.getByRole("rowheader", { name: field, exact: true })).toBeVisible();
  }
  await page.goBack();
  await expect(rowsWith(page, "CreateDiagnosisTask").first()).toBeVisible();
});
