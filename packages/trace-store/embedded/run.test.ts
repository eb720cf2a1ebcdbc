import { expect, it } from "vitest";
import { buildRun, lowerBoundOfTrace } from "./run.ts";

it("a place among thousands of traces of one millisecond is found by looking at a few", () => {
  const idOf = (no: number) => `t${String(no).padStart(6, "0")}`;
  const count = 20_000;
  const rows = Array.from({ length: count }, (_, no) => [no, 500, 1, 0, 0, 0, 0]);
  const run = buildRun(rows, count, idOf);
  let looked = 0;
  const countingIdOf = (no: number) => {
    looked += 1;
    return idOf(no);
  };
  for (const no of [0, 1, 9_999, count - 1]) {
    expect(lowerBoundOfTrace(run, 500, idOf(no), countingIdOf)).toBe(no);
  }
  expect(looked).toBeLessThan(4 * 20);
  expect(lowerBoundOfTrace(run, 499, idOf(5), countingIdOf)).toBe(0);
  expect(lowerBoundOfTrace(run, 501, idOf(5), countingIdOf)).toBe(count);
});
