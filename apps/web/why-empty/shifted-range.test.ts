import { describe, expect, it } from "vitest";
import { rangeWithEarlier, rangeWithLater } from "./shifted-range.ts";

const minute = 60_000;
const hour = 60 * minute;
const range = { from: 100 * hour, to: 101 * hour };

describe("the range that shows an earlier trace", () => {
  it("is as long as before and ends a minute after the trace", () => {
    const time = 50 * hour;
    expect(rangeWithEarlier(range, time, 0)).toEqual({
      from: time + minute - hour,
      to: time + minute,
    });
  });

  it("does not start before the kept time", () => {
    const time = 50 * hour;
    const keptFrom = time - 10 * minute;
    expect(rangeWithEarlier(range, time, keptFrom)).toEqual({ from: keptFrom, to: time + minute });
  });

  it("holds the trace also when that has just left the kept time", () => {
    const time = 50 * hour;
    expect(rangeWithEarlier(range, time, time + hour)).toEqual({ from: time, to: time + minute });
  });
});

describe("the range that shows a later trace", () => {
  const time = 150 * hour;

  it("is as long as before and starts a minute before the trace", () => {
    expect(rangeWithLater(range, time, time + hour)).toEqual({
      from: time - minute,
      to: time - minute + hour,
    });
  });

  it("ends now at the latest", () => {
    expect(rangeWithLater(range, time, time + 5)).toEqual({ from: time - minute, to: time + 5 });
  });

  it("lies ahead of the clock where the trace does", () => {
    const ahead = { from: time - minute, to: time - minute + hour };
    expect(rangeWithLater(range, time, time)).toEqual(ahead);
    expect(rangeWithLater(range, time, time - 9 * hour)).toEqual(ahead);
  });
});

it.each([1, 2, 3, 999, minute - 1, minute, minute + 1, 2 * minute, 168 * hour])(
  "a range of %i ms holds the trace that it is shifted to",
  (length) => {
    const time = 500 * hour;
    const before = { from: 0, to: length };
    for (const { from, to } of [
      rangeWithEarlier(before, time, 0),
      rangeWithLater(before, time, time + 200 * hour),
    ]) {
      expect(to - from).toBe(length);
      expect(from).toBeLessThanOrEqual(time);
      expect(to).toBeGreaterThan(time);
    }
  },
);
