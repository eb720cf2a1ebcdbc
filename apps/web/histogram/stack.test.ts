import { expect, test } from "vitest";
import { stackOf } from "./stack.ts";

const none = { normal: 0, warning: 0, incident: 0, other: 0 };

test("the pieces of a bar stand on each other, as high as their counts", () => {
  expect(stackOf({ ...none, normal: 50, incident: 100 }, 200)).toEqual([
    { status: "normal", top: 75, height: 25 },
    { status: "incident", top: 25, height: 50 },
  ]);
});

test("a bar without traces has no pieces", () => {
  expect(stackOf(none, 0)).toEqual([]);
});

test("one incident among thousands is seen, and the bar stays within the picture", () => {
  const [normal, incident] = stackOf({ ...none, normal: 9999, incident: 1 }, 10_000);
  expect(incident?.height).toBe(2);
  expect(incident?.top).toBeCloseTo(0);
  expect(normal?.height).toBeCloseTo(98);
});
