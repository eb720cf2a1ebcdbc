import { expect, test } from "vitest";
import { percentOf } from "./percent.ts";

test.each([
  [0, 0, "0"],
  [0, 9, "0"],
  [9, 9, "100"],
  [1, 2, "50"],
  [1, 3, "33.3"],
  [46, 1000, "4.6"],
  [1, 1000, "0.1"],
  [1, 1001, "<0.1"],
  [9999, 10_000, ">99.9"],
  [999, 1000, "99.9"],
])("%d of %d is %s percent", (part, whole, percent) => {
  expect(percentOf(part, whole)).toBe(percent);
});
