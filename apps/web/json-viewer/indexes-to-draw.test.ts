import { expect, test } from "vitest";
import { indexesToDraw } from "./indexes-to-draw.ts";

const range = { startIndex: 10, endIndex: 12, overscan: 2, count: 100 };

test("rows in sight and a few around are drawn, and that of the cursor in its place", () => {
  expect(indexesToDraw(range, 11, false)).toEqual([8, 9, 10, 11, 12, 13, 14]);
  expect(indexesToDraw(range, 3, false)).toEqual([3, 8, 9, 10, 11, 12, 13, 14]);
  expect(indexesToDraw(range, 50, false)).toEqual([8, 9, 10, 11, 12, 13, 14, 50]);
});

test("all of a few rows are drawn", () => {
  expect(indexesToDraw({ ...range, count: 20 }, 3, true)).toHaveLength(20);
});
