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

it.each([
  [7, 3, 1, [2, 1, 2, 1, 1]],
  [6, 4, 400, [4, 2]],
])(
  "%d rows in sections of %d go on in another sheet past %d bytes",
  async (count, section, bytes, sizes) => {
    const book = writeWorkbook(piecesOf(count, section), columns, section, bytes);
    const files = unzip(await collect(book));
    const rows = sizes.map((_, no) => rowsOf(files.get(`xl/worksheets/sheet${no + 1}.xml`) ?? ""));
    expect(rows.map((ofSheet) => ofSheet.length - 1)).toEqual(sizes);
    const ids = rows.flatMap((ofSheet) => ofSheet.slice(1).map(([id]) => id));
    expect(ids).toEqual(Array.from({ length: count }, (_, no) => `t${no}`));
  },
);

/** An archive of these files, in which numbers from `most` on are large ones. */
async function* zipOf(files: ReadonlyMap<string, string>, most: number) {
  const zip = new ZipWriter(most);
  for (const [name, text] of files) yield* zip.file(name, [Buffer.from(text)]);
  yield* zip.end();
}

it("an archive past 4 GB has its numbers in eight bytes", async () => {
  const files = new Map([
    ["a", "x".repeat(90)],
    ["b", "x".repeat(90)],
    ["日本", "y"],
  ]);
  const archive = await collect(zipOf(files, 100));
  expect(unzip(archive)).toEqual(files);
  // Both places that tell which version is needed agree: the head of a file, and the directory.
  const versionsOf = (mark: string, at: number) =>
    archive
      .toString("latin1")
      .split(mark)
      .slice(1)
      .map((part) => part.charCodeAt(at));
  expect(versionsOf("PK\u0003\u0004", 0)).toEqual([20, 20, 45]);
  expect(versionsOf("PK\u0001\u0002", 2)).toEqual([20, 20, 45]);
});

it("a file of 4 GB, whose size could not be told ahead, is refused", async () => {
  const files = new Map([["a", "x".repeat(100)]]);
  await expect(collect(zipOf(files, 100))).rejects.toThrow("a has 4 GB or more");
});
