import { expect, test } from "vitest";
import { readLines } from "./read-lines.ts";
import { areFew, keyOfRow, rowAt, rowsOf } from "./rows.ts";

const none: ReadonlySet<number> = new Set();

test("the rows are the lines, but those that are folded away", () => {
  const lines = readLines('{"a":{"b":[1,2]},"c":3}', false);
  const shown = (...folded: number[]) => rowsOf(lines, new Set(folded)).map(({ line }) => line);
  expect(shown()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(shown(2)).toEqual([0, 1, 2, 6, 7, 8]);
  expect(shown(1, 2)).toEqual([0, 1, 7, 8]);
  expect(shown(0)).toEqual([0]);
});

test("a long line is cut into pieces that are its text, never through a character", () => {
  const lines = readLines(JSON.stringify({ a: "x".repeat(5000), bb: "😀".repeat(5000) }), false);
  const rows = rowsOf(lines, none);
  for (const [index, line] of lines.entries()) {
    const pieces = rows
      .filter((row) => row.line === index)
      .map(({ from, to }) => line.text.slice(from, to));
    expect(pieces.join("")).toBe(line.text);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(2000);
      expect(piece.isWellFormed()).toBe(true);
    }
  }
  expect(rows).toHaveLength(1 + 3 + 6 + 1);
  expect(new Set(rows.map((row) => keyOfRow(row))).size).toBe(rows.length);
});

test("a place is found in its row, or in the one into which it is folded", () => {
  const lines = readLines(JSON.stringify({ a: ["x".repeat(5000), "y"], b: 1 }), false);
  const rows = rowsOf(lines, none);
  expect(rowAt(rows, { line: 0, at: 0 })).toBe(0);
  expect(rowAt(rows, { line: 2, at: 1999 })).toBe(2);
  expect(rowAt(rows, { line: 2, at: 2000 })).toBe(3);
  expect(rowAt(rows, { line: 3, at: 0 })).toBe(5);
  const folded = rowsOf(lines, new Set([1]));
  expect(rowAt(folded, { line: 2, at: 2000 })).toBe(1);
  expect(rowAt(folded, { line: 5, at: 0 })).toBe(2);
});

test("a usual trace is drawn at once, a large one is not", () => {
  const rowsFor = (value: object) => rowsOf(readLines(JSON.stringify(value), false), none);
  expect(areFew(rowsFor({ a: Array.from({ length: 100 }, () => "x") }))).toBe(true);
  expect(areFew(rowsFor({ a: Array.from({ length: 300 }, () => "x") }))).toBe(false);
  expect(areFew(rowsFor({ a: "x".repeat(100_000) }))).toBe(false);
});
