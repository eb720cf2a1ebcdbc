import { expect, test } from "vitest";
import { comparedRanges, firstSeen, shareOfBoth } from "./first-seen.ts";

const day = 86_400_000;
const to = 100 * day + 5;

test("the last day is compared with the six days before it", () => {
  expect(comparedRanges(to, 7)).toEqual({
    lastDay: { from: to - day, to },
    before: { from: to - 7 * day, to: to - day },
    days: 6,
  });
  expect(comparedRanges(to, 30)).toEqual(comparedRanges(to, 7));
});

test("no more days are told than traces are kept for", () => {
  expect(comparedRanges(to, 3)).toMatchObject({ before: { from: to - 3 * day }, days: 2 });
  expect(comparedRanges(to, 1)).toMatchObject({ days: 0 });
});

test("new is who was not seen before, in whichever order", () => {
  const now = ["li.wei", "new", "__proto__"].map((value, at) => ({ value, count: 9 - at }));
  const before = [
    { value: "wang.fang", count: 50 },
    { value: "li.wei", count: 1 },
  ];
  expect(firstSeen(now, before)).toEqual([
    { value: "new", count: 8 },
    { value: "__proto__", count: 7 },
  ]);
  expect(firstSeen(before, before)).toEqual([]);
});

test("the share that is done goes from 0 to 1 over both ranges", () => {
  expect(shareOfBoth(0, 0, 6)).toBe(0);
  expect(shareOfBoth(1, 0, 6)).toBeCloseTo(1 / 7);
  expect(shareOfBoth(1, 0.5, 6)).toBeCloseTo(4 / 7);
  expect(shareOfBoth(1, 1, 6)).toBe(1);
  expect(shareOfBoth(1, 0, 0)).toBe(1);
});
