import { expect, test } from "vitest";
import { pressed } from "./press-key.ts";
import { readLines } from "./read-lines.ts";
import { rowsOf } from "./rows.ts";
import { type ViewerState, openViewer } from "./viewer-state.ts";

const json = JSON.stringify({ a: { b: [1, 2], c: 3 }, d: "x".repeat(3000) });
const lines = readLines(json, false);
const page = 3;

/** The state after some keys, from the top. */
function after(...keys: string[]): ViewerState {
  let state = openViewer(lines, "");
  for (const key of keys) {
    state = pressed({ state, lines, rows: rowsOf(lines, state.folded), page }, key) ?? state;
  }
  return state;
}

const lineAfter = (...keys: string[]) => after(...keys).cursor.line;

test("Up and Down go from line to line, past mere brackets, and stop at the ends", () => {
  expect(lineAfter("ArrowDown")).toBe(1);
  expect(lineAfter("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown")).toBe(4);
  expect(lineAfter("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown")).toBe(6);
  expect(lineAfter("End", "ArrowUp", "ArrowUp")).toBe(6);
  expect(lineAfter("ArrowUp")).toBe(0);
  expect(after("End", "ArrowDown").cursor).toEqual({ line: 8, at: 2000 });
  expect(after("ArrowDown").reveal).toEqual({ what: "line" });
});

test("Home, End and the page keys go further, piece by piece in a long line", () => {
  expect(after("End").cursor).toEqual({ line: 8, at: 2000 });
  expect(after("End", "ArrowUp").cursor).toEqual({ line: 8, at: 0 });
  expect(lineAfter("End", "Home")).toBe(0);
  expect(lineAfter("PageDown")).toBe(3);
  expect(lineAfter("PageDown", "PageDown")).toBe(6);
  expect(lineAfter("PageDown", "PageDown", "PageUp")).toBe(3);
});

test("a page of brackets holds nobody up", () => {
  const deep = readLines('{"a":[[[[[1]]]]],"b":2}', false);
  let state = openViewer(deep, "");
  const rows = rowsOf(deep, state.folded);
  for (let presses = 0; presses < 4; presses += 1) {
    state = pressed({ state, lines: deep, rows, page: 2 }, "PageDown") ?? state;
  }
  expect(deep[state.cursor.line]?.text.trim()).toBe('"b": 2');
});

test("Right unfolds or goes inward, Left folds or goes outward", () => {
  expect(lineAfter("ArrowRight", "ArrowRight")).toBe(2);
  expect(lineAfter("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")).toBe(3);
  const inner = ["ArrowRight", "ArrowRight", "ArrowRight"];
  expect(lineAfter(...inner, "ArrowLeft")).toBe(2);
  expect([...after(...inner, "ArrowLeft", "ArrowLeft").folded]).toEqual([2]);
  expect(lineAfter(...inner, "ArrowLeft", "ArrowLeft", "ArrowLeft")).toBe(1);
  expect(after(...inner, "ArrowLeft", "ArrowLeft", "ArrowRight").folded.size).toBe(0);
  expect(lineAfter("ArrowLeft", "ArrowLeft")).toBe(0);
});

test("Enter and Space fold and unfold", () => {
  expect([...after("ArrowDown", "Enter").folded]).toEqual([1]);
  expect(after("ArrowDown", "Enter", " ").folded.size).toBe(0);
  expect(after("End", "Enter").folded.size).toBe(0);
});

test("other keys are left to others", () => {
  const state = openViewer(lines, "");
  const drawn = { state, lines, rows: rowsOf(lines, state.folded), page };
  for (const key of ["Tab", "Escape", "c", "F3"]) expect(pressed(drawn, key)).toBeNull();
});
