import { afterEach, beforeEach, expect, test } from "vitest";
import { formatPickedRange, formatTime, parsePickedRange } from "./format-time.ts";

const zone = process.env["TZ"];
beforeEach(() => {
  process.env["TZ"] = "Asia/Shanghai";
});
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

test("a time is written as the CTS console writes it, in the local zone", () => {
  expect(formatTime(Date.UTC(2024, 6, 3, 3, 26, 32), "en")).toBe("Jul 3, 2024 11:26:32 GMT+08:00");
  process.env["TZ"] = "America/St_Johns";
  expect(formatTime(Date.UTC(2024, 6, 3, 3, 26, 32), "en")).toBe("Jul 3, 2024 00:56:32 GMT-02:30");
});

test("in Chinese it is written by numbers", () => {
  expect(formatTime(Date.UTC(2024, 6, 3, 3, 26, 32), "zh")).toBe("2024/07/03 11:26:32 GMT+08:00");
});

test("a number that is no date stays a number", () => {
  expect(formatTime(9_007_199_254_740_991, "zh")).toBe("9007199254740991");
});

test("a range is shown by its first and last second", () => {
  const from = Date.UTC(2024, 6, 3, 3, 26, 32);
  expect(formatPickedRange(from, from + 60_000)).toEqual({
    start: "2024-07-03 11:26:32",
    end: "2024-07-03 11:27:31",
  });
  expect(formatPickedRange(from + 345, from + 60_345)).toEqual({
    start: "2024-07-03 11:26:32",
    end: "2024-07-03 11:27:32",
  });
});

test("both picked seconds belong to the range, and a range read is shown as it was picked", () => {
  const picked = { start: "2024-07-03 11:26:32", end: "2024-07-03 11:26:32" };
  const range = parsePickedRange(picked);
  const from = Date.UTC(2024, 6, 3, 3, 26, 32);
  expect(range).toEqual({ from, to: from + 1000 });
  expect(formatPickedRange(from, from + 1000)).toEqual(picked);
});

test("an end before the start and a text that is no time are no range", () => {
  expect(parsePickedRange({ start: "2024-07-03 11:26:33", end: "2024-07-03 11:26:31" })).toBeNull();
  expect(parsePickedRange({ start: "", end: "2024-07-03 11:26:31" })).toBeNull();
});
