import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { expect, test } from "vitest";
import { findOldest, widthFor } from "./find-oldest.ts";
import { askAbout } from "./test-ask.ts";

const minute = 60_000;
const hour = 60 * minute;
const lastInstant = 8_640_000_000_000_000;
const knownAt = (times: readonly number[]) => askAbout(times.map((time) => ({ time })));
const after: TraceQuery = { trace_type: "system", from: 1_000 * hour + 7, to: lastInstant };

test.each([
  ["a single trace", [after.from + 5 * hour]],
  ["the first instant", [after.from, after.from + hour]],
  ["several traces of a minute", [3, 2, 1].map((n) => after.from + 90 * hour + n)],
  ["traces over a week", Array.from({ length: 100 }, (_, n) => after.from + n * hour + 13)],
  ["a trace centuries ahead", [after.from + 20 * minute, lastInstant - 1]],
])("%s: the oldest is found", async (_, times) => {
  expect(await findOldest(after, knownAt(times).ask)).toBe(Math.min(...times));
});

test("without a match one request tells so", async () => {
  const { ask, asked } = knownAt([after.from - 1]);
  expect(await findOldest(after, ask)).toBeNull();
  expect(asked).toHaveLength(1);
});

test("of a crowded minute the 50th newest is told", async () => {
  const times = Array.from({ length: 80 }, (_, n) => after.from + hour + n);
  expect(await findOldest(after, knownAt(times).ask)).toBe(after.from + hour + 30);
});

test("every width is a multiple of a minute that the service takes", () => {
  for (const length of [1, minute, 168 * minute, 168 * hour, 169 * hour, lastInstant]) {
    const width = widthFor(length);
    expect(width % minute).toBe(0);
    expect(String(width).length).toBeLessThanOrEqual(13);
    expect(length / width).toBeLessThanOrEqual(10_080);
  }
  expect(widthFor(168 * hour)).toBe(hour);
  expect(widthFor(hour)).toBe(minute);
});
