import { expect, test } from "vitest";
import { fillBars, highestOf, namedStatuses, sumOf, totalOf } from "./bars.ts";

const minute = 60_000;
const none = { normal: 0, warning: 0, incident: 0, other: 0 };
const bars = fillBars({
  from: minute + 1,
  to: 4 * minute - 1,
  width: minute,
  buckets: [
    { from: minute, normal: 3, warning: 1, incident: 0, other: 0 },
    { from: 3 * minute, normal: 0, warning: 0, incident: 2, other: 1 },
  ],
});

test("buckets that the reply leaves out are bars without traces, and the outer ones are cut", () => {
  expect(bars).toEqual([
    { from: minute + 1, to: 2 * minute, counts: { ...none, normal: 3, warning: 1 } },
    { from: 2 * minute, to: 3 * minute, counts: none },
    { from: 3 * minute, to: 4 * minute - 1, counts: { ...none, incident: 2, other: 1 } },
  ]);
});

test("a range within one bucket is one bar", () => {
  expect(fillBars({ from: 5, to: 6, width: minute, buckets: [] })).toEqual([
    { from: 5, to: 6, counts: none },
  ]);
});

test("the counts of all bars sum to the total, and the highest bar is known", () => {
  const sum = sumOf(bars);
  expect(sum).toEqual({ normal: 3, warning: 1, incident: 2, other: 1 });
  expect(totalOf(sum)).toBe(7);
  expect(highestOf(bars)).toBe(4);
  expect(highestOf([])).toBe(0);
});

test("other statuses are named only when there are any", () => {
  expect(namedStatuses({ ...none, other: 1 })).toEqual(["normal", "warning", "incident", "other"]);
  expect(namedStatuses(none)).toEqual(["normal", "warning", "incident"]);
  expect(namedStatuses(null)).toEqual(["normal", "warning", "incident"]);
});
