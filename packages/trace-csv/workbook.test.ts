import { expect, it } from "vitest";
import { rowsOf, unzip } from "./test-workbook.ts";
import { createFormatter } from "./trace-sheet.ts";
import { type SheetRows, writeWorkbook } from "./workbook.ts";
import { ZipWriter } from "./zip-writer.ts";

const columns = ["trace_id", "time"] as const;
const format = createFormatter({ columns });

/** So many traces in pieces of two at most, of which one ends after every `section`. */
async function* piecesOf(count: number, section: number): AsyncGenerator<SheetRows> {
  for (let no = 0; no < count;) {
    const traces = Math.min(2, count - no, section - (no % section));
    const lines = Array.from({ length: traces }, (_, index) =>
      JSON.stringify({ trace_id: `t${no + index}`, time: no + index }),
    );
    yield { bytes: format(Buffer.from(`${lines.join("\n")}\n`)), traces };
    no += traces;
  }
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(pieces));
}

it.each([
  [0, 3, [0]],
  [3, 3, [3]],
  [4, 3, [3, 1]],
  [7, 3, [3, 3, 1]],
])(
  "%d rows go over as many sheets of %d as they need, each with its head",
  async (count, most, sizes) => {
    const files = unzip(await collect(writeWorkbook(piecesOf(count, most), columns, most)));
    const sheets = sizes.map((_, index) => files.get(`xl/worksheets/sheet${index + 1}.xml`) ?? "");
    const rows = sheets.map(rowsOf);
    expect(rows.map(([head]) => head)).toEqual(sizes.map(() => columns));
    expect(rows.map((ofSheet) => ofSheet.length - 1)).toEqual(sizes);
    const ids = rows.flatMap((ofSheet) => ofSheet.slice(1).map(([id]) => id));
    expect(ids).toEqual(Array.from({ length: count }, (_, no) => `t${no}`));
    expect(files.has(`xl/worksheets/sheet${sizes.length + 1}.xml`)).toBe(false);
    expect(files.get("xl/workbook.xml")?.match(/<sheet /g)).toHaveLength(sizes.length);
  },
);

it("traces that cannot be read are a failure before anything is written", async () => {
  const failing = {
    [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error("no disk")) }),
  };
  await expect(writeWorkbook(failing, columns).next()).rejects.toThrow("no disk");
});

it("a failure on the way breaks the workbook off, and whoever stops early stops the traces", async () => {
  let isStopped = false;
  async function* failing() {
    try {
      yield { bytes: Buffer.from("<row/>"), traces: 1 };
      throw new Error("no disk");
    } finally {
      isStopped = true;
    }
  }
  await expect(collect(writeWorkbook(failing(), columns))).rejects.toThrow("no disk");
  expect(isStopped).toBe(true);

  isStopped = false;
  for await (const _ of writeWorkbook(failing(), columns)) break;
  expect(isStopped).toBe(true);
});

it("an archive past 4 GB has its numbers in eight bytes", async () => {
  async function* write() {
    const zip = new ZipWriter(100);
    for (const [name, text] of [
      ["a", "x".repeat(5000)],
      ["日本", "y"],
    ] as const) {
      yield* zip.file(name, piece(text));
    }
    yield* zip.end();
  }
  async function* piece(text: string) {
    yield Buffer.from(text);
  }
  expect(unzip(await collect(write()))).toEqual(
    new Map([
      ["a", "x".repeat(5000)],
      ["日本", "y"],
    ]),
  );
});
