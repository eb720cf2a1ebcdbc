import dayjs from "dayjs";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  formatOffset,
  formatPickedRange,
  formatSecond,
  formatTime,
  isZone,
  lastInstant,
  localZone,
  offsetAt,
} from "./format-time.ts";

beforeEach(() => {
  vi.stubEnv("TZ", "Asia/Shanghai");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const july = Date.UTC(2024, 6, 3, 3, 26, 32);

test("a time is written as the CTS console writes it, in the local zone", () => {
  expect(formatTime(july, "en")).toBe("Jul 3, 2024 11:26:32 GMT+08:00");
  vi.stubEnv("TZ", "America/St_Johns");
  expect(formatTime(july, "en", localZone)).toBe("Jul 3, 2024 00:56:32 GMT-02:30");
});

test("in Chinese it is written by numbers", () => {
  expect(formatTime(july, "zh")).toBe("2024/07/03 11:26:32 GMT+08:00");
  expect(formatTime(july, "zh", "UTC")).toBe("2024/07/03 03:26:32 GMT+00:00");
});

test("a number that is no date stays a number", () => {
  for (const zone of [localZone, "Asia/Shanghai"]) {
    expect(formatTime(9_007_199_254_740_991, "zh", zone)).toBe("9007199254740991");
    expect(formatSecond(9_007_199_254_740_991, zone)).toBe("9007199254740991");
    expect(offsetAt(9_007_199_254_740_991, zone)).toBeNaN();
  }
});

test("any local time is written as dayjs writes it", () => {
  const zones = ["Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "Europe/Berlin", "UTC"];
  const time = fc.oneof(
    fc.integer({ min: -lastInstant, max: lastInstant }),
    fc.integer({ min: 0, max: 4_102_444_800_000 }),
  );
  const templates = { en: "MMM D, YYYY HH:mm:ss [GMT]Z", zh: "YYYY/MM/DD HH:mm:ss [GMT]Z" };
  for (const zone of zones) {
    vi.stubEnv("TZ", zone);
    fc.assert(
      fc.property(time, (ms) => {
        expect(formatTime(ms, "en")).toBe(dayjs(ms).format(templates.en));
        expect(formatTime(ms, "zh")).toBe(dayjs(ms).format(templates.zh));
        expect(formatSecond(ms, localZone)).toBe(dayjs(ms).format("YYYY-MM-DD HH:mm:ss"));
      }),
    );
  }
});

test.each([
  ["UTC", "2024-07-03T03:26:32Z", "Jul 3, 2024 03:26:32 GMT+00:00"],
  ["Asia/Shanghai", "2024-07-03T03:26:32Z", "Jul 3, 2024 11:26:32 GMT+08:00"],
  ["America/St_Johns", "2024-07-03T03:26:32Z", "Jul 3, 2024 00:56:32 GMT-02:30"],
  ["America/St_Johns", "2024-01-03T03:26:32Z", "Jan 2, 2024 23:56:32 GMT-03:30"],
  ["Asia/Kathmandu", "2024-07-03T03:26:32Z", "Jul 3, 2024 09:11:32 GMT+05:45"],
  // Summer time begins, and ends.
  ["Europe/Berlin", "2024-03-31T00:59:59Z", "Mar 31, 2024 01:59:59 GMT+01:00"],
  ["Europe/Berlin", "2024-03-31T01:00:00Z", "Mar 31, 2024 03:00:00 GMT+02:00"],
  ["Europe/Berlin", "2024-10-27T00:59:59Z", "Oct 27, 2024 02:59:59 GMT+02:00"],
  ["Europe/Berlin", "2024-10-27T01:00:00Z", "Oct 27, 2024 02:00:00 GMT+01:00"],
  ["America/New_York", "2024-03-10T06:59:59Z", "Mar 10, 2024 01:59:59 GMT-05:00"],
  ["America/New_York", "2024-03-10T07:00:00Z", "Mar 10, 2024 03:00:00 GMT-04:00"],
  ["America/New_York", "2024-11-03T05:59:59Z", "Nov 3, 2024 01:59:59 GMT-04:00"],
  ["America/New_York", "2024-11-03T06:00:00Z", "Nov 3, 2024 01:00:00 GMT-05:00"],
  // London had summer time all year, and Monrovia still its own minutes and seconds.
  ["Europe/London", "1970-01-01T00:00:00Z", "Jan 1, 1970 01:00:00 GMT+01:00"],
  ["Africa/Monrovia", "1970-01-01T00:00:00Z", "Dec 31, 1969 23:15:30 GMT-00:44:30"],
  // The rules of today go on.
  ["Europe/Berlin", "2500-07-01T12:00:00Z", "Jul 1, 2500 14:00:00 GMT+02:00"],
  ["Asia/Shanghai", "9999-12-31T23:00:00Z", "Jan 1, 10000 07:00:00 GMT+08:00"],
])("in %s it is at %s the time %s", (zone, instant, text) => {
  expect(formatTime(Date.parse(instant), "en", zone)).toBe(text);
});

test("the last of all days is written in GMT where the clock shows no date any more", () => {
  expect(formatTime(lastInstant, "en", "Asia/Shanghai")).toBe("Sep 13, 275760 00:00:00 GMT+00:00");
  expect(formatTime(lastInstant, "en", localZone)).toBe("Sep 13, 275760 08:00:00 GMT+08:00");
});

test("the offset of a zone is that of the moment", () => {
  expect(formatOffset(Date.UTC(2024, 0, 1), "Europe/Berlin")).toBe("GMT+01:00");
  expect(formatOffset(Date.UTC(2024, 6, 1), "Europe/Berlin")).toBe("GMT+02:00");
  expect(formatOffset(Date.UTC(2024, 6, 1), localZone)).toBe("GMT+08:00");
  expect(offsetAt(0, "Asia/Kathmandu")).toBe(5.5 * 3_600_000);
});

test("a zone is known by its name, and nothing else is one", () => {
  for (const zone of [localZone, "UTC", "Asia/Shanghai", "America/Argentina/Buenos_Aires"]) {
    expect(isZone(zone)).toBe(true);
  }
  for (const text of ["", "Mars/Olympus", "Nowhere", "null"]) expect(isZone(text)).toBe(false);
});

test("a range is shown by its first and last second", () => {
  expect(formatPickedRange(july, july + 60_000, localZone)).toEqual({
    start: "2024-07-03 11:26:32",
    end: "2024-07-03 11:27:31",
  });
  expect(formatPickedRange(july + 345, july + 60_345, "UTC")).toEqual({
    start: "2024-07-03 03:26:32",
    end: "2024-07-03 03:27:32",
  });
});
