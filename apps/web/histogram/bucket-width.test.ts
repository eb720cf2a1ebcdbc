import { expect, test } from "vitest";
import { spanOf, widthFor } from "./bucket-width.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const aligned = Math.floor(Date.UTC(2024, 6, 3) / day) * day;

test.each([
  ["an instant", 1, minute],
  ["an hour", hour, minute],
  ["168 minutes", 168 * minute, minute],
  ["one minute more", 169 * minute, 2 * minute],
  ["a day", day, 10 * minute],
  ["168 hours", 168 * hour, hour],
  ["30 days", 30 * day, 6 * hour],
  ["84 days", 84 * day, 12 * hour],
])("the width of %s is the smallest round one", (_, length, width) => {
  expect(widthFor({ from: aligned, to: aligned + length })).toBe(width);
});

test("a range that starts within a bucket touches one more, and still has few enough bars", () => {
  expect(widthFor({ from: aligned + 1, to: aligned + 1 + 168 * hour })).toBe(2 * hour);
});

test("a range of years is cut into whole days", () => {
  for (const length of [85 * day, 4000 * day, 8_640_000_000_000_000]) {
    const range = { from: 12_345, to: length };
    const width = widthFor(range);
    const span = spanOf(range, width);
    expect(width % day).toBe(0);
    expect((span.to - span.from) / width).toBeLessThanOrEqual(168);
  }
});

test("a span goes from the start of the first bucket to the end of the last", () => {
  expect(spanOf({ from: 61_000, to: 180_000 }, minute)).toEqual({ from: 60_000, to: 180_000 });
  expect(spanOf({ from: 60_000, to: 180_001 }, minute)).toEqual({ from: 60_000, to: 240_000 });
});
