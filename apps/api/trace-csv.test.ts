import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { formatCsvHeader, formatCsvRows } from "./trace-csv.ts";

/** The cells of one trace as a reader of CSV gets them. */
function cellsOf(fields: Parameters<typeof buildTrace>[0]): Record<string, string> {
  const lines = new TextEncoder().encode(`${JSON.stringify(buildTrace(fields))}\n`);
  const csv = formatCsvHeader() + new TextDecoder().decode(formatCsvRows(lines));
  const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

it.each([0, 1, -1, 86_399_999, 1_795_382_028_610, 253_402_300_800_000, 8.64e15, -8.64e15])(
  "the time %d reads as Date writes it",
  (time) => {
    const iso = new Date(time).toISOString();
    expect(cellsOf({ time })["time"]).toBe(/^[+-]/.test(iso) ? `'${iso}` : iso);
  },
);

it("a time that no date can name stands as its number", () => {
  expect(cellsOf({ record_time: 8.64e15 + 1 })["record_time"]).toBe("8640000000000001");
});

it.each(['a"b', '"', '""', ",", "\n", "a\r\nb", "训练 🚀", "\uD800", " x "])(
  "the text %j is read back",
  (resource_name) => {
    const cell = cellsOf({ resource_name })["resource_name"] ?? "";
    expect(cell.replace(/^'/, "")).toBe(resource_name.toWellFormed());
  },
);

it("fields of the operator, numbers and truth values stand in cells of their own", () => {
  const user = { name: "li.wei", access_key_id: "AK" };
  expect(cellsOf({ user, read_only: false })).toMatchObject({
    user: "li.wei",
    access_key_id: "AK",
    read_only: "false",
    endpoint: "",
  });
  expect(cellsOf({ user: undefined })).toMatchObject({ user: "", access_key_id: "" });
});
