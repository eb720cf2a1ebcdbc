import { expect, test } from "vitest";
import { texts } from "./texts.ts";
import { cutValue, formatDuration, formatValue, placeOfDifference, shortenTime } from "./words.ts";

const formatTime = (ms: number) => `at ${ms}`;

test("a duration is told in the units that fit it", () => {
  const told = [0, 999, 1000, 33_400, 59_600, 60_000, 303_000].map((ms) =>
    formatDuration(ms, texts.english.pair.duration),
  );
  expect(told).toEqual(["0 ms", "999 ms", "1 s", "33 s", "1 min", "1 min", "5 min 3 s"]);
});

test("a time on the same day is told by its clock", () => {
  const start = "Jul 3, 2024 11:26:32 GMT+08:00";
  expect(shortenTime("Jul 3, 2024 11:27:05 GMT+08:00", start)).toBe("11:27:05");
  expect(shortenTime("2024/07/03 09:27:05 GMT+08:00", "2024/07/03 08:00:00 GMT+08:00")).toBe(
    "09:27:05",
  );
  for (const other of ["Jul 4, 2024 00:01:02 GMT+08:00", "Jul 3, 2024 11:27:05 GMT+07:00", "7"]) {
    expect(shortenTime(other, start)).toBe(other);
  }
});

test("a value is told as JSON, JSON in a text as it is, a time with its ms", () => {
  expect(formatValue("a", ["code"], formatTime)).toBe('"a"');
  expect(formatValue(null, ["request", "a"], formatTime)).toBe("null");
  expect(formatValue('{"a":"b"}', ["request"], formatTime)).toBe('{"a":"b"}');
  expect(formatValue(7, ["time"], formatTime)).toBe("at 7 (7)");
  expect(formatValue(7, ["request", "time"], formatTime)).toBe("7");
});

test("of a long value the piece is shown that differs", () => {
  const [before, after] = [`${"a".repeat(500)}b`, `${"a".repeat(500)}c`];
  const place = placeOfDifference(before, after);
  expect(place).toBe(500);
  expect(cutValue(before, place)).toBe(`…${"a".repeat(199)}b`);
  expect(cutValue(before, 0)).toBe(`${"a".repeat(200)}…`);
  expect(cutValue("a".repeat(200), 0)).toBe("a".repeat(200));
  const smiles = "😀".repeat(300);
  expect(cutValue(smiles, 101)).toBe(`…${"😀".repeat(99)}…`);
});
