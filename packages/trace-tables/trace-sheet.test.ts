import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { attackStrings } from "@trace-console/trace-samples/attack-strings";
import { exportColumns } from "@trace-console/contracts/trace-columns";
import fc from "fast-check";
import { expect, it } from "vitest";
import { rowsOf } from "./test-workbook.ts";
import { createFormatter } from "./trace-sheet.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The cells of one trace as a reader of the sheet gets them, and the XML that they are read from. */
function read(fields: Parameters<typeof buildTrace>[0]) {
  const lines = new TextEncoder().encode(`${JSON.stringify(buildTrace(fields))}\n`);
  const xml = decoder.decode(createFormatter()(lines));
  const [cells = []] = rowsOf(`<sheetData>${xml}</sheetData>`);
  return { xml, cell: (name: string) => cells[exportColumns.findIndex((one) => one === name)] };
}

it("any text in any cell is read back as it was, and stays text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom(
        "=",
        "_x0007_",
        "_x0007",
        "_",
        "\r",
        "\n",
        "\0",
        "&",
        "<",
        "]]>",
        "\uD800",
        "\uFFFF",
        "\u0001",
      ),
    }),
  );
  fc.assert(
    fc.property(text, text, (resource_name, name) => {
      const { cell } = read({ resource_name, user: { name } });
      expect(cell("resource_name")).toBe(resource_name.toWellFormed());
      expect(cell("user")).toBe(name.toWellFormed());
    }),
  );
});

it.each(["_x0007\u0001", "_x0007\uFFFF", "_x000_x0007\r", "_x0007\\", '_x0007"'])(
  "the text %j is read back: an escape does not end what stands before it",
  (message) => {
    expect(read({ message }).cell("message")).toBe(message);
  },
);

it("no character stands in the XML that XML cannot hold", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 50 }), (resource_name) => {
      // XML 1.0, production 2; a carriage return would be read as a line feed.
      const isAllowed = (code: number) =>
        code >= 0x20 ? code !== 0xfffe && code !== 0xffff : code === 0x09 || code === 0x0a;
      const codes = Array.from(read({ resource_name }).xml, (one) => one.codePointAt(0) ?? 0);
      expect(codes.filter((code) => !isAllowed(code))).toEqual([]);
    }),
  );
});

it("attacks are cells of text", () => {
  for (const text of attackStrings) {
    expect(read({ resource_name: text }).cell("resource_name")).toBe(text.toWellFormed());
  }
});

it.each(["a".repeat(32_767), "训".repeat(32_767)])(
  "a text of 32,767 characters is whole",
  (message) => {
    expect(read({ message }).cell("message")).toBe(message);
  },
);

it.each([
  "a".repeat(32_768),
  `${"a".repeat(32_691)}${"🚀".repeat(200)}`,
  `${"a".repeat(32_692)}${"🚀".repeat(200)}`,
  '"'.repeat(40_000),
])("a longer text is cut, and says so", (message) => {
  const cell = read({ message }).cell("message") ?? "";
  const mark = `… [cut: the whole text has ${message.length} characters, NDJSON has all of them]`;
  expect(cell.endsWith(mark)).toBe(true);
  const kept = cell.slice(0, -mark.length);
  expect(message.startsWith(kept)).toBe(true);
  expect(kept.isWellFormed()).toBe(true);
  expect([32_766, 32_767]).toContain(cell.length);
});

it("absent fields are empty cells, and other values stand as JSON has them", () => {
  const { cell } = read({ user: undefined, read_only: false, time: 0 });
  expect([cell("user"), cell("read_only"), cell("time")]).toEqual([
    "",
    "false",
    "1970-01-01T00:00:00.000Z",
  ]);
});
