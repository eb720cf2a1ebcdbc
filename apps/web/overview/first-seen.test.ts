import { expect, test } from "vitest";
import { comparedRanges, firstSeen } from "./first-seen.ts";

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
