import { afterEach, expect, test, vi } from "vitest";
import { ticksOf, tickText } from "./time-ticks.ts";

const hour = 3_600_000;
const day = 24 * hour;

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The labels of a range in a zone. */
function labelsIn(zone: string, from: number, length: number): string[] {
  return ticksOf({ from, to: from + length }, zone).map(({ at }) => tickText(at, "en", zone));
}

/** The labels of a range that starts at a time of July 3, 2024 in Shanghai. */
function labelsFrom(localHour: number, length: number): string[] {
  vi.stubEnv("TZ", "Asia/Shanghai");
  const from = Date.UTC(2024, 6, 3, localHour - 8);
  return labelsIn("local", from, length);
}

test("an hour has a label each ten minutes, and none at its ends", () => {
  expect(labelsFrom(11, hour)).toEqual(["11:10", "11:20", "11:30", "11:40", "11:50"]);
});

test("a day has one each three hours, and a date where a day begins", () => {
  const labels = ["15:00", "18:00", "21:00", "Jul 4", "03:00", "06:00", "09:00"];
  expect(labelsFrom(12, day)).toEqual(labels);
});

test("a week has the dates of its days", () => {
  const dates = ["Jul 4", "Jul 5", "Jul 6", "Jul 7", "Jul 8", "Jul 9", "Jul 10"];
  expect(labelsFrom(12, 7 * day)).toEqual(dates);
});

test("a tick stands where its time lies", () => {
  vi.stubEnv("TZ", "Asia/Shanghai");
  const from = Date.UTC(2024, 6, 3, 3);
  const [first] = ticksOf({ from, to: from + hour }, "local");
  expect(first?.at).toBe(from + hour / 6);
  expect(first?.place).toBeCloseTo(100 / 6);
});

test("when summer time begins the labels follow the clock on the wall", () => {
  vi.stubEnv("TZ", "America/New_York");
  const from = Date.UTC(2024, 2, 10, 5);
  const ticks = ticksOf({ from, to: from + 23 * hour }, "local");
  expect(ticks.map(({ at }) => tickText(at, "en", "local"))).toEqual(
    "03:00 06:00 09:00 12:00 15:00 18:00 21:00".split(" "),
  );
  expect(ticks[0]?.at).toBe(from + 2 * hour);
});

test("a range of all time has few labels, too", () => {
  for (const zone of ["local", "Asia/Kathmandu"]) {
    const ticks = ticksOf({ from: 0, to: 8_640_000_000_000_000 }, zone);
    expect(ticks.length).toBeGreaterThan(5);
    expect(ticks.length).toBeLessThanOrEqual(9);
  }
});

test("in Chinese a date is written the Chinese way", () => {
  vi.stubEnv("TZ", "Asia/Shanghai");
  expect(tickText(Date.UTC(2024, 6, 3, 16), "zh", "local")).toBe("7月4日");
  expect(tickText(Date.UTC(2024, 6, 3, 17), "zh", "local")).toBe("01:00");
});

test("in another zone the labels are its round times, and days begin at its midnight", () => {
  const from = Date.UTC(2024, 6, 3, 12);
  const ofDay = ["15:00", "18:00", "21:00", "Jul 4", "03:00", "06:00", "09:00"];
  expect(labelsIn("UTC", from, day)).toEqual(ofDay);
  const ofHour = ["17:50", "18:00", "18:10", "18:20", "18:30", "18:40"];
  expect(labelsIn("Asia/Kathmandu", from, hour)).toEqual(ofHour);
  const [midnight] = ticksOf({ from, to: from + 7 * day }, "America/New_York");
  expect(midnight?.at).toBe(Date.UTC(2024, 6, 4, 4));
});

test("when summer time ends, an hour that comes twice has its labels once", () => {
  const from = Date.UTC(2024, 9, 26, 22);
  const labels = "03:00 06:00 09:00 12:00 15:00 18:00 21:00".split(" ");
  expect(labelsIn("Europe/Berlin", from, 25 * hour)).toEqual(labels);
});

test("a day that begins at 01:00 has its date there", () => {
  expect(tickText(Date.UTC(2024, 3, 25, 22), "en", "Africa/Cairo")).toBe("Apr 26");
  expect(tickText(Date.UTC(2024, 3, 25, 22), "zh", "Africa/Cairo")).toBe("4月26日");
});
