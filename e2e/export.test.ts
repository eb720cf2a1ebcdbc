import { readFile } from "node:fs/promises";
import { type Page, expect } from "@playwright/test";
import { exportManifestSchema } from "@trace-console/contracts/export-api";
import { type Trace, traceKind } from "@trace-console/contracts/trace";
import { parse } from "csv-parse/sync";
import { type ExportChoice, exportFile } from "./export-dialog.ts";
import { test } from "./imported-test.ts";
import type { KnownTraces } from "./known-traces.ts";
import { expectTraces, openTraceList, rangeOf } from "./trace-list-page.ts";

const isManagement = (trace: Trace) => traceKind(trace) === "system";

/** Exports the list on the screen as CSV. @returns its first line, and all others. */
async function exportRows(
  page: Page,
  columns: ExportChoice["columns"] = "All fields",
): Promise<{ head: string[]; rows: string[][] }> {
  const { name, bytes } = await exportFile(page, { columns });
  expect(name).toMatch(/^traces-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/);
  const [head = [], ...rows]: string[][] = parse(bytes, { bom: true });
  return { head, rows };
}

/** A time (ms since 1970) in the time zone of the tests: `2024-07-03T11:26:32.000+08:00`. */
function isoInShanghai(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().replace("Z", "+08:00");
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
      return isoInShanghai(Number(trace[column]));
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

test("columns, their order and the time zone are those of the screen", async ({
  page,
  known: { singapore },
}) => {
  await openTraceList(page, singapore.project, {
    range: "1w",
    columns: "time,user,trace_id",
    zone: "America/New_York",
  });
  const shown = await page.getByRole("columnheader").allTextContents();
  expect(shown.join(" ")).toMatch(/Operation Time.*Operator.*trace_id/);
  const { head, rows } = await exportRows(page, "As in the table");
  expect(head).toEqual(["time", "user", "trace_id"]);
  const traces = singapore.traces.filter(isManagement);
  expect(rows.map(([, user, id]) => [user, id])).toEqual(
    traces.map(({ user, trace_id }) => [user?.name ?? "", trace_id]),
  );
  expect(rows.map(([time]) => Date.parse(time ?? ""))).toEqual(traces.map(({ time }) => time));
  for (const [time] of rows) expect(time).toMatch(/-0[45]:00$/);
});

for (const format of ["CSV", "XLSX", "NDJSON"] as const) {
  test(`the hash of the file as ${format} is that of the page and of the manifest`, async ({
    page,
    known: { shanghai },
  }) => {
    await openTraceList(page, shanghai.project, { range: "1w", user: "li.wei.hudong" });
    const { from, to } = rangeOf(page);
    const { name, sha256, bytes, dialog } = await exportFile(page, { format });
    const facts = dialog.getByRole("definition");
    await expect(facts).toHaveText([
      name,
      /^\d+$/,
      new RegExp(String.raw`^[\d.]+ [kM]B \(${bytes.length.toLocaleString("en")} bytes\)$`),
      sha256,
    ]);
    await dialog.getByRole("button", { name: "Copy SHA-256" }).click();
    await expect(dialog.getByText("Copied")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sha256);

    const download = page.waitForEvent("download");
    await dialog.getByRole("link", { name: "Save manifest" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`${name}.manifest.json`);
    const manifest = exportManifestSchema.parse(
      JSON.parse(await readFile(await file.path(), "utf8")),
    );
    const count = shanghai.traces.filter(({ user }) => user?.name === "li.wei.hudong").length;
    expect(manifest).toMatchObject({
      file_name: name,
      sha256,
      bytes: bytes.length,
      traces: count,
      query: { from, to, trace_type: "system", user: ["li.wei.hudong"] },
      region: shanghai.project.region,
    });
  });
}
