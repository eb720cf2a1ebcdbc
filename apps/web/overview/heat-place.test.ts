import { expect, test } from "vitest";
import type { HeatRow } from "./heat-map.ts";
import { firstPlace, isFilled, placeAfter } from "./heat-place.ts";

/** Rows of cells with these counts; null is outside the range. */
function rowsOf(...counts: readonly (readonly (number | null)[])[]): HeatRow[] {
  return counts.map((row, index) => ({
    date: `2024-07-0${index + 1}`,
    cells: row.map((count) => (count === null ? null : { from: 0, to: 1, count })),
  }));
}

const rows = rowsOf([null, null, 0, 4], [1, 0, 0, 2], [3, 0, null, null]);

test("the first cell with traces is known", () => {
  expect(firstPlace(rows)).toEqual({ row: 0, hour: 3 });
  expect(firstPlace(rowsOf([0, 0], [null, 0]))).toBeNull();
  expect(firstPlace([])).toBeNull();
});

test("what is empty, or no cell at all, leads nowhere", () => {
  expect(isFilled(rows, { row: 1, hour: 0 })).toBe(true);
  for (const [row, hour] of [
    [0, 0],
    [0, 2],
    [9, 0],
    [0, -1],
  ] as const) {
    expect(isFilled(rows, { row, hour })).toBe(false);
  }
});

test.each([
  ["ArrowRight", 1, 0, { row: 1, hour: 3 }],
  ["ArrowLeft", 1, 3, { row: 1, hour: 0 }],
  ["ArrowDown", 0, 3, { row: 1, hour: 3 }],
  ["ArrowUp", 2, 0, { row: 1, hour: 0 }],
  ["ArrowUp", 1, 0, null],
  ["ArrowLeft", 1, 0, null],
  ["ArrowDown", 1, 3, null],
  ["Home", 1, 3, { row: 1, hour: 0 }],
  ["End", 1, 0, { row: 1, hour: 3 }],
  ["Tab", 1, 0, null],
  ["toString", 1, 0, null],
])("%s from row %d, hour %d", (key, row, hour, place) => {
  expect(placeAfter(rows, { row, hour }, key)).toEqual(place);
});
