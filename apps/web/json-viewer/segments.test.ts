import { expect, test } from "vitest";
import { findMatches } from "./find-matches.ts";
import { readLines } from "./read-lines.ts";
import { segmentsOf } from "./segments.ts";

/** The segments of a line: their text, look and mark. */
function cut(value: object, index: number, typed = "", from = 0, to = Infinity) {
  const lines = readLines(JSON.stringify(value), false);
  const line = lines[index];
  if (line === undefined) throw new Error(`There is no line ${index}.`);
  const row = { line: index, from, to: Math.min(to, line.text.length) };
  const matches = findMatches(lines, typed);
  return segmentsOf(line, row, matches, matches[0]).map(({ text, look, mark }) =>
    mark === null ? [text, look] : [text, look, mark],
  );
}

test("strings, other values and all else look different", () => {
  expect(cut({ a: "x", b: 1 }, 1)).toEqual([
    ['    "a": ', "plain"],
    ['"x"', "string"],
    [",", "plain"],
  ]);
  expect(cut({ a: null }, 1)).toEqual([
    ['    "a": ', "plain"],
    ["null", "literal"],
  ]);
  expect(cut({ a: {} }, 1).map(([, look]) => look)).toEqual(["plain", "plain"]);
  expect(cut({ a: { b: 1 } }, 1).map(([, look]) => look)).toEqual(["plain", "plain"]);
});

test("matches are marked, the first of them as the current one, also across a look", () => {
  expect(cut({ a: "xaxa" }, 1, "A")).toEqual([
    ['    "', "plain"],
    ["a", "plain", "current"],
    ['": ', "plain"],
    ['"x', "string"],
    ["a", "string", "match"],
    ["x", "string"],
    ["a", "string", "match"],
    ['"', "string"],
  ]);
  expect(cut({ a: "xyz" }, 1, '": "xy')).toEqual([
    ['    "a', "plain"],
    ['": ', "plain", "current"],
    ['"xy', "string", "current"],
    ['z"', "string"],
  ]);
});

test("a piece of a line has its part of everything", () => {
  expect(cut({ a: "0123456789" }, 1, "345", 11, 14)).toEqual([
    ["12", "string"],
    ["3", "string", "current"],
  ]);
});

test("unseen characters are written as escapes", () => {
  expect(cut({ a: "x\u202Ey" }, 1)[1]).toEqual([String.raw`"x\u202ey"`, "string"]);
});
