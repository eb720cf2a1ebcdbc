import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { cutDictionary } from "./zstd-dictionary.ts";
import { openPacker } from "./zstd.ts";

const hex = (text: string) => createHash("sha256").update(text).digest("hex");

/** Nine of ten traces are of one kind; the others of fifty kinds that have little in common. */
const traces = Array.from({ length: 2000 }, (_, row) => {
  const kind = row % 10 === 9 ? `rare ${row % 500}` : "common";
  const fields = Array.from({ length: 12 }, (_field, i) => hex(`${kind} ${i}`)).join(",");
  return Buffer.from(JSON.stringify({ kind, fields, trace_id: hex(`id ${row}`).slice(0, 16) }));
});
const cut = (list: readonly Buffer[], size: number) =>
  cutDictionary((row) => list[row] ?? Buffer.alloc(0), list.length, size);

function packedSize(dictionary: Buffer): number {
  const packer = openPacker({ level: 1, dictionary });
  let size = 0;
  for (let row = 0; row < traces.length; row += 16) {
    size += packer.pack(Buffer.concat(traces.slice(row, row + 16))).length;
  }
  packer.close();
  return size;
}

it("a dictionary holds many kinds of traces, and packs better than every so many traces do", () => {
  const size = 32_768;
  const dictionary = cut(traces, size);
  const everySoMany = Buffer.concat(traces.filter((_, row) => row % 47 === 0)).subarray(0, size);
  expect(dictionary).toHaveLength(size);
  expect(everySoMany).toHaveLength(size);
  expect(packedSize(dictionary)).toBeLessThan(0.95 * packedSize(everySoMany));
});

it("the same traces give the same dictionary", () => {
  expect(cut(traces, 20_000).equals(cut(traces, 20_000))).toBe(true);
});

it("few, short and no traces give what there is", () => {
  expect(cut([], 1000)).toHaveLength(0);
  expect(cut([Buffer.from("{}")], 1000)).toHaveLength(0);
  const [one = Buffer.alloc(0)] = traces;
  expect(cut([one], 100_000).equals(one)).toBe(true);
  expect(cut([one], 100).equals(one.subarray(-100))).toBe(true);
  expect(cut([one, one, one], 100_000).equals(one)).toBe(true);
});
