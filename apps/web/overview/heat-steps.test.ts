import { expect, test } from "vitest";
import { stepOf, stepsUpTo } from "./heat-steps.ts";

test("nothing has a colour of its own, one trace the first and the most the last", () => {
  expect(stepOf(0, 100)).toBe(0);
  expect(stepOf(1, 100)).toBe(1);
  expect(stepOf(100, 100)).toBe(5);
});

test("the legend tells of each count which colour it has", () => {
  for (const most of [1, 2, 3, 4, 5, 6, 7, 49, 50, 1001]) {
    const steps = stepsUpTo(most);
    for (let count = 0; count <= most; count += 1) {
      const found = steps.filter((one) => one.least <= count && count <= one.most);
      expect(found.map(({ step }) => step)).toEqual([stepOf(count, most)]);
    }
    expect(steps.at(-1)).toMatchObject({ step: 5, most });
  }
});

test("few traces have few colours", () => {
  expect(stepsUpTo(2)).toEqual([
    { step: 0, least: 0, most: 0 },
    { step: 3, least: 1, most: 1 },
    { step: 5, least: 2, most: 2 },
  ]);
});
