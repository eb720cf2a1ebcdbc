import fc from "fast-check";
import { expect, it } from "vitest";
import { createTimeText } from "./time-text.ts";

const zones = ["UTC", "Asia/Shanghai", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"];

it("a time in any zone names the same moment, and the offset that the zone had then", () => {
  const time = fc.integer({ min: Date.UTC(1972), max: Date.UTC(2100) });
  fc.assert(
    fc.property(time, fc.constantFrom(...zones), (ms, zone) => {
      const text = createTimeText(zone)(ms) ?? "";
      expect(Date.parse(text)).toBe(ms);
      const offset = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offset;
      expect(text.slice(23)).toBe(zone === "UTC" ? "Z" : offset);
    }),
  );
});

it("the hour that is there twice in autumn is told apart by its offset", () => {
  const text = createTimeText("America/New_York");
  const first = Date.UTC(2026, 10, 1, 5, 30);
  expect(text(first)).toBe("2026-11-01T01:30:00.000-04:00");
  expect(text(first + 3_600_000)).toBe("2026-11-01T01:30:00.000-05:00");
});

it("the ends of all time stay dates, and beyond them there is none", () => {
  const text = createTimeText("Asia/Shanghai");
  expect(text(8.64e15)).toBe("+275760-09-13T00:00:00.000Z");
  expect(text(-8.64e15)).toMatch(/^-271821-04-20T08:05:43/);
  expect(text(8.64e15 + 1)).toBeUndefined();
  expect(text(Number.NaN)).toBeUndefined();
});
