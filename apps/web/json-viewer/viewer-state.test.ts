import { expect, test } from "vitest";
import { readLines } from "./read-lines.ts";
import {
  foldedAll,
  movedTo,
  openViewer,
  searched,
  stepped,
  toggled,
  unfoldedAll,
} from "./viewer-state.ts";

const json = '{"a":{"b":["job-1",{"c":"x"}]},"d":"job-2","e":{"f":"job-3"}}';
const lines = readLines(json, false);
const atTop = openViewer(lines, "");

test("nothing is folded, found or to be shown at first", () => {
  expect(atTop).toMatchObject({ matches: [], current: -1, reveal: null });
  expect(atTop.folded.size).toBe(0);
});

test("with a text to begin with one is at its first match", () => {
  const state = openViewer(lines, "JOB");
  expect(state.matches).toHaveLength(3);
  expect(state).toMatchObject({ typed: "JOB", current: 0, reveal: { what: "match" } });
  expect(state.cursor).toEqual({ line: 3, at: lines[3]?.text.indexOf("job") });
});

test("one goes from match to match and around", () => {
  const first = openViewer(lines, "job");
  expect(stepped(first, lines, 1).current).toBe(1);
  expect(stepped(first, lines, -1).current).toBe(2);
  expect(stepped(stepped(first, lines, -1), lines, 1).current).toBe(0);
  // What is to be shown is told anew each time.
  expect(stepped(first, lines, 1).reveal).not.toBe(first.reveal);
  expect(stepped(atTop, lines, 1).current).toBe(-1);
});

test("a search begins behind the cursor, and longer texts stay where they are", () => {
  const behind = searched(movedTo(atTop, { line: 8, at: 0 }), lines, "job");
  expect(behind.current).toBe(1);
  expect(searched(behind, lines, "job-").current).toBe(1);
  expect(searched(behind, lines, "job-1").current).toBe(0);
  expect(searched(behind, lines, "nowhere")).toMatchObject({ current: -1, matches: [] });
});

test("what is folded around a match is unfolded, and nothing else", () => {
  const folded = foldedAll(atTop, lines);
  expect([...folded.folded]).toEqual([1, 2, 4, 10]);
  const found = searched(folded, lines, "job");
  expect([...found.folded]).toEqual([4, 10]);
  expect([...stepped(found, lines, -1).folded]).toEqual([4]);
  expect(unfoldedAll(folded).folded.size).toBe(0);
});

test("a line is folded and unfolded, with the cursor on it", () => {
  const folded = toggled(atTop, 2);
  expect([...folded.folded]).toEqual([2]);
  expect(folded.cursor).toEqual({ line: 2, at: 0 });
  expect(toggled(folded, 2).folded.size).toBe(0);
});
