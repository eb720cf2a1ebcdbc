import { expect, test } from "vitest";
import { itemAfter } from "./item-after.ts";

test("the arrow keys lead around, Home and End to the ends", () => {
  expect([0, 1, 2].map((at) => itemAfter("ArrowDown", at, 3))).toEqual([1, 2, 0]);
  expect([0, 1, 2].map((at) => itemAfter("ArrowUp", at, 3))).toEqual([2, 0, 1]);
  expect(itemAfter("Home", 2, 3)).toBe(0);
  expect(itemAfter("End", 0, 3)).toBe(2);
});

test("from outside of the items one comes to the first or the last", () => {
  expect(itemAfter("ArrowDown", -1, 3)).toBe(0);
  expect(itemAfter("ArrowUp", -1, 3)).toBe(2);
});

test("other keys, and a menu without items, lead nowhere", () => {
  expect(itemAfter("Enter", 0, 3)).toBeNull();
  expect(itemAfter("ArrowDown", -1, 0)).toBeNull();
});
