import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { expect, test } from "vitest";
import { beginOf, isCountDue, queryAt } from "./live-range.ts";

const hour = 3_600_000;
const now = 1_720_000_000_000;
const query: TraceQuery = { trace_type: "system", user: ["li.wei"], from: now - hour, to: now };

test("Live begins when it is chosen, and with an old link when the page is opened", () => {
  expect(beginOf(query, now - 5_000)).toBe(now);
  expect(beginOf(query, now + 20 * hour)).toBe(now + 20 * hour);
});

test("the range moves on with its length, and the filters stay", () => {
  expect(queryAt(query, "1h", now + 7)).toEqual({ ...query, from: now + 7 - hour, to: now + 7 });
});

test("counts hold for 15 seconds, where traces are read for a minute", () => {
  expect(isCountDue(false, now, now + 14_999)).toBe(false);
  expect(isCountDue(false, now, now + 15_000)).toBe(true);
  expect(isCountDue(true, now, now + 59_999)).toBe(false);
  expect(isCountDue(true, now, now + 60_000)).toBe(true);
});
