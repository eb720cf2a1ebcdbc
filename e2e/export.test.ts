import { readFile } from "node:fs/promises";
import { type Page, expect } from "@playwright/test";
import { type Trace, traceKind } from "@trace-console/contracts/trace";
import { parse } from "csv-parse/sync";
import { test } from "./imported-test.ts";
import type { KnownTraces } from "./known-traces.ts";
import { expectTraces, openTraceList } from "./trace-list-page.ts";

const isManagement = (trace: Trace) => traceKind(trace) === "system";

/** Downloads the file of the list on the screen. @returns its first line, and all others. */
async function exportRows(page: Page): Promise<{ head: string[]; rows: string[][] }> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^traces-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/);
  const [head = [], ...rows]: string[][] = parse(await readFile(await file.path()), { bom: true });
  return { head, rows };
}

/** What a spreadsheet might run is preceded by an apostrophe. */
function expectedCell(text: string): string {
  return /^[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text;
}

function expectedRow(trace: Trace, head: readonly string[]): string[] {
  return head.map((column) => {
    if (column === "user") return expectedCell(trace.user?.name ?? "");
    if (column === "access_key_id") return expectedCell(trace.user?.access_key_id ?? "");
    if (column === "time" || column === "record_time") {
      return new Date(Number(trace[column])).toISOString();
    }
    const value = trace[column] ?? "";
    return expectedCell(typeof value === "string" ? value : JSON.stringify(value));
  });
}

for (const [what, params, matches] of [
  ["everything of a week", { range: "1w" }, isManagement],
  [
    "what the filters leave",
    { range: "1w", service_type: "ModelArts", trace_rating: "incident" },
    (trace: Trace) =>
      isManagement(trace) &&
      trace.service_type === "ModelArts" &&
      trace.trace_rating === "incident",
  ],
  ["data traces", { range: "1w", trace_type: "data" }, (trace: Trace) => !isManagement(trace)],
] as const) {
  test(`the exported file holds exactly the rows of the query: ${what}`, async ({
    page,
    known: { beijing },
  }) => {
    await openTraceList(page, beijing.project, params);
    const shown = await expectTraces(page, beijing, matches);
    const { head, rows } = await exportRows(page);
    expect(rows).toEqual(shown.map((trace) => expectedRow(trace, head)));
  });
}

test("the exported file has no cap and keeps the order of the list", async ({
  page,
  known: { shanghai },
}) => {
  await openTraceList(page, shanghai.project, { range: "1w" });
  const { head, rows } = await exportRows(page);
  const id = head.indexOf("trace_id");
  expect(rows.map((row) => row[id])).toEqual(shanghai.traces.map(({ trace_id }) => trace_id));
});

test("no cell of an exported attack is a formula", async ({ page, known: { dublin } }) => {
  await openTraceList(page, dublin.project, { range: "1d" });
  const { head, rows } = await exportRows(page);
  expect(rows).toHaveLength(dublin.traces.length);
  expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n\0＝＋－＠]/.test(cell))).toEqual([]);
  const names = rows.map((row) => row[head.indexOf("trace_name")]);
  expect(names).toEqual(namesOf(dublin));
});

/** CSV is UTF-8, which has no halves of surrogate pairs. */
function namesOf({ traces }: KnownTraces): string[] {
  return traces.map(({ trace_name }) => expectedCell(trace_name).toWellFormed());
}
