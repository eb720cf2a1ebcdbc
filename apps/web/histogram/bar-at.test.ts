import { expect, test } from "vitest";
import { barAt } from "./bar-at.ts";

const picture = { left: 100, width: 400 };

test.each([
  [100, 0],
  [199.9, 0],
  [200, 1],
  [499, 3],
  [500, 3],
  [-20, 0],
  [2000, 3],
])("at %d px of four bars from 100 to 500 is bar %d", (x, bar) => {
  expect(barAt(x, picture, 4)).toBe(bar);
});

test("a picture without a width has its first bar everywhere", () => {
  expect(barAt(5, { left: 0, width: 0 }, 4)).toBe(0);
});
