import { expect, test } from "vitest";
import { buildHeatMap, mostOf } from "./heat-map.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const none = { normal: 0, warning: 0, incident: 0, other: 0 };

test("a day that ends now has the hours of two dates, and each is cut to the range", () => {
  // 11:26 in Shanghai.
  const to = Date.UTC(2024, 6, 3, 3, 26);
  const range = { from: to - day, to };
  const buckets = [
    { ...none, from: Date.UTC(2024, 6, 2, 3), normal: 2 },
    { ...none, from: Date.UTC(2024, 6, 2, 16), warning: 1, incident: 3, other: 1 },
    { ...none, from: Date.UTC(2024, 6, 3, 3), normal: 4 },
  ];
  const rows = buildHeatMap({ width: hour, buckets }, range, "Asia/Shanghai");
  expect(rows.map(({ date }) => date)).toEqual(["2024-07-02", "2024-07-03"]);
  const [first = [], second = []] = rows.map(({ cells }) => cells);
  expect(first).toHaveLength(24);
  expect(first[10]).toBeNull();
  expect(first[11]).toEqual({ from: range.from, to: Date.UTC(2024, 6, 2, 4), count: 2 });
  expect(first[12]).toMatchObject({ count: 0 });
  expect(second[0]).toEqual({
    from: Date.UTC(2024, 6, 2, 16),
    to: Date.UTC(2024, 6, 2, 17),
    count: 5,
  });
  expect(second[11]).toEqual({ from: Date.UTC(2024, 6, 3, 3), to, count: 4 });
  expect(second[12]).toBeNull();
  expect(mostOf(rows)).toBe(5);
});

test("the hours of a week are all there, without gap or overlap", () => {
  const to = Date.UTC(2024, 6, 3, 3, 26, 17) + 5;
  const range = { from: to - 7 * day, to };
  for (const [zone, width] of [
    ["Asia/Shanghai", hour],
    ["Asia/Kathmandu", 15 * minute],
  ] as const) {
    const rows = buildHeatMap({ width, buckets: [] }, range, zone);
    expect(rows).toHaveLength(8);
    let next = range.from;
    for (const cell of rows.flatMap(({ cells }) => cells)) {
      if (cell === null) continue;
      expect(cell.from).toBe(next);
      next = cell.to;
    }
    expect(next).toBe(to);
    expect(mostOf(rows)).toBe(0);
  }
});

test("in India an hour is the sum of its two halves", () => {
  const from = Date.UTC(2024, 6, 3, 3, 30);
  const buckets = [
    { ...none, from, normal: 1 },
    { ...none, from: from + 30 * minute, normal: 10 },
  ];
  const range = { from, to: from + hour };
  const [row] = buildHeatMap({ width: 30 * minute, buckets }, range, "Asia/Kolkata");
  expect(row?.cells[9]).toEqual({ ...range, count: 11 });
});

test("when the clocks are turned back, the hour that comes twice is one of two hours", () => {
  const from = Date.UTC(2024, 9, 27, 0);
  const buckets = [
    { ...none, from, normal: 1 },
    { ...none, from: from + hour, normal: 10 },
  ];
  const range = { from, to: from + 2 * hour };
  const [row] = buildHeatMap({ width: hour, buckets }, range, "Europe/Berlin");
  expect(row?.cells[2]).toEqual({ ...range, count: 11 });
});

test("when they are turned forward, an hour is missing", () => {
  const from = Date.UTC(2024, 2, 31, 0);
  const range = { from, to: from + 2 * hour };
  const [row] = buildHeatMap({ width: hour, buckets: [] }, range, "Europe/Berlin");
  expect(row?.cells.slice(1, 4).map((cell) => cell === null)).toEqual([false, true, false]);
});
