import { expect, test } from "vitest";
import { nextRow } from "./next-row.ts";

const rows = { count: 100, first: 40 };

test("the cursor begins at the first row in sight, whichever way", () => {
  expect(nextRow(null, 1, rows)).toBe(40);
  expect(nextRow(null, -1, rows)).toBe(40);
  // Rows may have gone since.
  expect(nextRow(null, 1, { count: 3, first: 40 })).toBe(2);
});

test("it goes row by row, and stays at both ends", () => {
  expect(nextRow(7, 1, rows)).toBe(8);
  expect(nextRow(7, -1, rows)).toBe(6);
  expect(nextRow(0, -1, rows)).toBe(0);
  expect(nextRow(99, 1, rows)).toBe(99);
});

test("in an empty list there is nowhere to go", () => {
  expect(nextRow(null, 1, { count: 0, first: 0 })).toBeNull();
  expect(nextRow(3, -1, { count: 0, first: 0 })).toBeNull();
});
