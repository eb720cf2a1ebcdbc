import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Bar } from "./bars.ts";
import { texts } from "./texts.ts";
import { scaleText, spanText, tell } from "./words.ts";

const minute = 60_000;
const from = Date.UTC(2024, 6, 3, 3, 26);
const none = { normal: 0, warning: 0, incident: 0, other: 0 };
const bars: readonly Bar[] = [
  { from, to: from + minute, counts: { ...none, normal: 1000, warning: 2 } },
  { from: from + minute, to: from + 2 * minute, counts: none },
  { from: from + 2 * minute, to: from + 3 * minute, counts: { ...none, other: 1 } },
];

beforeEach(() => {
  vi.stubEnv("TZ", "Asia/Shanghai");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test("a span names its first and last second, and its date once", () => {
  expect(spanText(from, from + minute, "local")).toBe("2024-07-03 11:26:00 — 11:26:59");
  const nextDay = from + 86_400_000;
  expect(spanText(from, nextDay, "local")).toBe("2024-07-03 11:26:00 — 2024-07-04 11:25:59");
});

test("in another zone a span tells its offset, and both when the clock was set within it", () => {
  expect(spanText(from, from + minute, "UTC")).toBe("2024-07-03 03:26:00 — 03:26:59 UTC");
  const october = Date.UTC(2024, 9, 27);
  expect(spanText(october, october + 120 * minute, "Europe/Berlin")).toBe(
    "2024-10-27 02:00:00 GMT+2 — 02:59:59 GMT+1",
  );
});

test("a bar tells of its time and its counts", () => {
  expect(tell(bars, { first: 0, last: 0 }, texts.english, "local")).toBe(
    "2024-07-03 11:26:00 — 11:26:59: 1,002 traces (Normal 1,000, Warning 2, Incident 0)",
  );
});

test("a selection tells of all its bars together", () => {
  expect(tell(bars, { first: 1, last: 2 }, texts.english, "local")).toBe(
    "2024-07-03 11:27:00 — 11:28:59: 1 trace (Normal 0, Warning 0, Incident 0, Other 1)",
  );
});

test("a bar that is gone tells nothing", () => {
  expect(tell(bars, { first: 2, last: 3 }, texts.english, "local")).toBe("");
});

test("a high count is written short", () => {
  expect(scaleText(99_999, "en")).toBe("99,999");
  expect(scaleText(1_234_567, "en")).toBe("1.2M");
  expect(scaleText(1_234_567, "zh")).toBe("123.5万");
});
