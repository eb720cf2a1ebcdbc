import { parseExactJson } from "@trace-console/contracts/canonical-json";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTime } from "./read-time.ts";

const at = Date.UTC(2016, 11, 8, 3, 7, 28);

describe("readTime", () => {
  test.each([
    [1472148708232, 1472148708232],
    ["1765788999507", 1765788999507],
    [" 1765788999507 ", 1765788999507],
    [1529996047, 1529996047000],
    ["1529996047", 1529996047000],
    [1660223647458765, 1660223647458],
    ["1660223647458765", 1660223647458],
    ["1660223647458765184", 1660223647458],
    [1472148708232.0, 1472148708232],
    [253402300799999, 253402300799999],
    ["253402300799999000", 253402300799999],
    [100000000, 100000000000],
    [100000000000, 100000000000],
    ["2016/12/08 11:07:28 GMT+08:00", at],
    ["12/08/2016 11:07:28 GMT+08:00", at],
    ["2016-12-08 11:07:28 GMT+08:00", at],
    ["2016/12/08 03:07:28 GMT", at],
    ["2016/12/08 03:07:28 GMT+0000", at],
    ["2016/12/07 22:07:28 GMT-05:00", at],
    ["2016-12-08T03:07:28Z", at],
    ["2016-12-08T03:07:28.1Z", at + 100],
    ["2016-12-08T03:07:28.123456Z", at + 123],
    ["2016-12-08T11:07:28.123+08:00", at + 123],
    ["2016-12-08T08:37:28+0530", at],
    ["2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29)],
    ["9999-12-31T23:59:59.999Z", 253402300799999],
  ])("%j is read", (value, ms) => {
    expect(readTime(value)).toBe(ms);
  });

  test("a number of nanoseconds, which no double holds, is read", () => {
    expect(readTime(parseExactJson("1660223647458765184"))).toBe(1660223647458);
  });

  test.each([
    "",
    " ",
    "null",
    null,
    undefined,
    true,
    {},
    [],
    [1472148708232],
    -1,
    "-1472148708232",
    1472148708232.5,
    "1472148708232.5",
    "1e12",
    1e300,
    "yesterday",
    "2016/13/08 11:07:28 GMT+08:00",
    "2016/13/40 11:07:28 GMT+08:00",
    "2016/12/32 11:07:28 GMT+08:00",
    "2016/04/31 11:07:28 GMT+08:00",
    "2023-02-29T00:00:00Z",
    "2016/00/08 11:07:28 GMT+08:00",
    "13/08/2016 11:07:28 GMT+08:00",
    "2016/12/08 25:00:00 GMT+08:00",
    "2016/12/08 24:00:00 GMT+08:00",
    "2016/12/08 11:60:28 GMT+08:00",
    "2016/12/08 11:07:60 GMT+08:00",
    "2016/12/08 11:07:28 GMT+24:00",
    "2016/12/08 11:07:28 GMT+08:60",
    "2016/12/08 11:07:28",
    "2016-12/08 11:07:28 GMT+08:00",
    "2016-12-08",
    "2016-12-08T03:07:28Z and more",
    0,
    "0",
    200,
    99999999,
    "1969-12-31T23:59:59Z",
    "1970-01-01T00:00:00Z",
    "1973-03-03T09:46:39Z",
    "9999-12-31T23:59:59.999-08:00",
    "253402300800000000000",
  ])("%j is no time", (value) => {
    expect(readTime(value)).toBeUndefined();
  });

  test("every ms of CTS's years is read the same from all its forms", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2013, 0), max: Date.UTC(2100, 0) }),
        fc.integer({ min: -12 * 60, max: 14 * 60 }),
        (ms, minutes) => {
          const whole = Math.floor(ms / 1000) * 1000;
          const local = new Date(whole + minutes * 60_000).toISOString();
          const [day, clock] = [local.slice(0, 10), local.slice(11, 19)];
          const two = (count: number): string => String(Math.floor(count)).padStart(2, "0");
          const hours = two(Math.abs(minutes) / 60);
          const zone = `${minutes < 0 ? "-" : "+"}${hours}:${two(Math.abs(minutes) % 60)}`;
          expect(readTime(ms)).toBe(ms);
          expect(readTime(String(ms))).toBe(ms);
          expect(readTime(new Date(ms).toISOString())).toBe(ms);
          expect(readTime(whole / 1000)).toBe(whole);
          expect(readTime(`${ms}654321`)).toBe(ms);
          expect(readTime(`${day} ${clock} GMT${zone}`)).toBe(whole);
          expect(readTime(`${day.replaceAll("-", "/")} ${clock} GMT${zone}`)).toBe(whole);
          expect(readTime(`${day}T${clock}${zone}`)).toBe(whole);
        },
      ),
    );
  });

  test("anything at all is none, or a time that is read again as itself", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.maxSafeNat().map(String)), (value) => {
        const ms = readTime(value);
        expect(readTime(ms)).toBe(ms);
      }),
    );
  });
});
