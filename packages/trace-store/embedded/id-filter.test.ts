import { expect, it } from "vitest";
import { Random } from "@trace-console/trace-samples/random";
import { IdFilter } from "./id-filter.ts";

/** Columns of hashes, each ascending, as segments have them. */
function makeColumns(seed: number, columns: number, length: number): Uint32Array[] {
  const random = new Random(seed);
  return Array.from({ length: columns }, () =>
    Uint32Array.from({ length }, () => random.between(0, 2 ** 32 - 1)).toSorted(),
  );
}

function build(columns: readonly Uint32Array[]): IdFilter {
  const filter = new IdFilter();
  filter.build(columns, Infinity);
  return filter;
}

const passed = (filter: IdFilter, columns: readonly Uint32Array[]) =>
  columns.reduce((sum, column) => sum + column.filter((hash) => filter.has(hash)).length, 0);

const stored = makeColumns(1, 5, 20_000);
const others = makeColumns(2, 1, 50_000);

it("lets every id pass that was stored, and one in a hundred others at most", () => {
  const filter = build(stored);
  expect(passed(filter, stored)).toBe(100_000);
  expect(passed(filter, others)).toBeLessThan(500);
  expect(filter.bytes).toBeLessThan((100_000 * 19) / 8);
});

it("knows what is added before, while and after its parts are made, also when they are full", () => {
  const filter = new IdFilter();
  const columns: Uint32Array[] = [];
  for (const column of makeColumns(3, 60, 5_000)) {
    filter.build(columns, 3_000);
    columns.push(column);
    filter.addAll(column);
    expect(passed(filter, columns)).toBe(columns.length * 5_000);
  }
  filter.build(columns, Infinity);
  expect(passed(filter, columns)).toBe(300_000);
  expect(passed(filter, others)).toBeLessThan(1_000);
  expect(filter.bytes).toBeLessThan((300_000 * 19) / 8);
});

it("counts an id that comes again once: sealing moves ids, it makes none", () => {
  const filter = build(stored);
  const { bytes } = filter;
  for (let times = 0; times < 10; times += 1) for (const column of stored) filter.addAll(column);
  expect(filter.bytes).toBe(bytes);
  expect(passed(filter, others)).toBeLessThan(500);
});

it("gives memory back when most ids have expired", () => {
  const filter = build(stored);
  filter.shrink(90_000);
  expect(filter.bytes).toBeGreaterThan(100_000);
  filter.shrink(10_000);
  expect(filter.bytes).toBe(0);
  // Without parts, whole ids are looked up: nothing is taken for new by mistake.
  expect(passed(filter, stored)).toBe(100_000);
});
