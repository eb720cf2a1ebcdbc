import { expect, test } from "vitest";
import { findMatches, matchesIn, mostMatches } from "./find-matches.ts";
import { readLines } from "./read-lines.ts";

/** What is found in a value, as it is written there. */
function found(value: unknown, typed: string, unfold = false): string[] {
  const lines = readLines(JSON.stringify(value), unfold);
  return findMatches(lines, typed).map(
    ({ line, start, end }) => `${line} ${lines[line]?.text.slice(start, end)}`,
  );
}

test("a text is found in keys and values, whatever the case, from the top to the bottom", () => {
  expect(found({ Job: "job job", n: 4711 }, "JOB")).toEqual(["1 Job", "1 job", "1 job"]);
  expect(found({ Job: "job job", n: 4711 }, "71")).toEqual(["2 71"]);
  expect(found({ a: "aaaa" }, "aa")).toEqual(["1 aa", "1 aa"]);
  expect(found({ a: "İstanbul ΟΔΟΣ" }, "i")).toEqual(["1 İ"]);
  expect(found({ a: "İstanbul ΟΔΟΣ" }, "οδος")).toEqual(["1 ΟΔΟΣ"]);
});

test("nothing is found of nothing, of white space, and of mere brackets", () => {
  expect(found({ a: [1] }, "")).toEqual([]);
  expect(found({ a: [1] }, "  ")).toEqual([]);
  expect(found({ a: [1] }, "]")).toEqual([]);
});

test("what the Trace List finds in a string is found as it is written in JSON", () => {
  const request = String.raw`{"path":"C:\\new","nodes":["x"]}`;
  expect(found({ request }, '"nodes":[')).toEqual([String.raw`1 \"nodes\":[`]);
  expect(found({ request }, String.raw`C:\\new`)).toEqual([String.raw`1 C:\\\\new`]);
  expect(found({ request }, "nodes", true)).toEqual(["3 nodes"]);
  expect(found({ request: "a\nb" }, "a\nb")).toEqual([String.raw`1 a\nb`]);
});

test("an unseen character is found by the escape that is shown for it", () => {
  expect(found({ a: "x\u202Ey" }, String.raw`x\u202ey`)).toEqual(["1 x\u202Ey"]);
  expect(found({ a: "x\u0000y" }, String.raw`x\u0000y`)).toEqual([String.raw`1 x\u0000y`]);
});

test("a row has the matches that reach into it", () => {
  const match = (line: number, start: number) => ({ line, start, end: start + 10 });
  const all = [match(0, 0), match(1, 5), match(1, 1995), match(1, 2005), match(2, 0)];
  expect(matchesIn(all, { line: 1, from: 0, to: 2000 })).toEqual([all[1], all[2]]);
  expect(matchesIn(all, { line: 1, from: 2000, to: 4000 })).toEqual([all[2], all[3]]);
  expect(matchesIn(all, { line: 1, from: 4000, to: 5000 })).toEqual([]);
});

test("2 MB are searched in less than 100 ms, and no more is found than anybody reads", () => {
  const lines = readLines(JSON.stringify({ a: "ab".repeat(1_000_000) }), false);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    expect(findMatches(lines, "ab")).toHaveLength(mostMatches);
    expect(findMatches(lines, '"absent')).toHaveLength(0);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(100);
});
