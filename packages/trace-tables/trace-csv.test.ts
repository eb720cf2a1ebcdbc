import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createFormatter, formatCsvHeader } from "./trace-csv.ts";

const formatLines = createFormatter();

/** The cells of one trace as a reader of CSV gets them. */
function cellsOf(fields: Parameters<typeof buildTrace>[0]): Record<string, string> {
  const lines = new TextEncoder().encode(`${JSON.stringify(buildTrace(fields))}\n`);
  const csv = formatCsvHeader() + new TextDecoder().decode(formatLines(lines));
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

it("any text in any column is read back, behind an apostrophe where it starts as a formula", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom("=", "＝", '"', ",", "\n", "\0", "\\", "\u{d800}", "é", "🚀"),
    }),
  );
  fc.assert(
    fc.property(text, text, (resource_name, name) => {
      const cells = cellsOf({ resource_name, user: { name } });
      const expected = (value: string) =>
        (/^[=+\-@\t\r\n\0＝＋－＠]/.test(value) ? `'${value}` : value).toWellFormed();
      expect(cells["resource_name"]).toBe(expected(resource_name));
      expect(cells["user"]).toBe(expected(name));
    }),
  );
});

it("traces of one piece stand in rows of their own, and none leaves cells to the next", () => {
  const lines = [{ resource_name: "a", code: "200" }, { resource_name: "b" }, {}]
    .map((fields) => `${JSON.stringify({ trace_id: "t", ...fields })}\n`)
    .join("");
  const csv = formatCsvHeader() + new TextDecoder().decode(formatLines(Buffer.from(lines)));
  const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  expect(rows.map((row) => [row["resource_name"], row["code"]])).toEqual([
    ["a", "200"],
    ["b", ""],
    ["", ""],
  ]);
});

it("columns stand in the order in which they are asked for, and times in the zone", () => {
  const trace = buildTrace({ trace_id: "t", code: "200", time: Date.UTC(2026, 2, 11, 20, 30) });
  const lines = Buffer.from(`${JSON.stringify(trace)}\n`);
  const form = { columns: ["code", "time", "trace_id"], time_zone: "Asia/Shanghai" } as const;
  expect(formatCsvHeader(form.columns)).toBe('\uFEFF"code","time","trace_id"\r\n');
  expect(new TextDecoder().decode(createFormatter(form)(lines))).toBe(
    '"200","2026-03-12T04:30:00.000+08:00","t"\r\n',
  );
});

it.each([
  [{ columns: [] }, "too_small"],
  [{ columns: ["time", "time"] }, "name each column once"],
  [{ columns: ["x"] }, "invalid_value"],
  [{ time_zone: "Mars" }, "UTC or a name of IANA"],
  // One of them is known to Intl alone, the other to Temporal alone.
  [{ time_zone: "CST" }, "UTC or a name of IANA"],
  [{ time_zone: "2026-03-11T12:00Z" }, "UTC or a name of IANA"],
])("%j is no form of a table", (options, reason) => {
  expect(() => createFormatter(options)).toThrow(reason);
});
