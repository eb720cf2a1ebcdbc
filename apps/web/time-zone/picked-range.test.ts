import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { formatPickedRange, formatSecond, localZone } from "../ui/format-time.ts";
import { type Picked, inOtherZone, momentsOf, parsePickedRange } from "./picked-range.ts";

const hour = 3_600_000;
const zones = [
  localZone,
  "UTC",
  "Asia/Shanghai",
  "Asia/Kathmandu",
  "America/St_Johns",
  "America/New_York",
  "Europe/Berlin",
  // Set by half an hour; a day was left out in 2011; minutes and seconds of its own until 1972.
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Africa/Monrovia",
];

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The range of two picked seconds as instants. */
function instants(zone: string, start: string, end: string) {
  const range = parsePickedRange({ start, end }, zone);
  return range && [new Date(range.from).toISOString(), new Date(range.to).toISOString()];
}

test("both picked seconds belong to the range, and a range read is shown as it was picked", () => {
  const picked = { start: "2024-07-03 11:26:32", end: "2024-07-03 11:26:32" };
  const from = Date.UTC(2024, 6, 3, 3, 26, 32);
  expect(parsePickedRange(picked, "Asia/Shanghai")).toEqual({ from, to: from + 1000 });
  expect(formatPickedRange(from, from + 1000, "Asia/Shanghai")).toEqual(picked);
});

test("an end before the start and a text that is no time are no range", () => {
  const end = "2024-07-03 11:26:31";
  for (const zone of [localZone, "UTC", "Asia/Shanghai"]) {
    expect(parsePickedRange({ start: "2024-07-03 11:26:33", end }, zone)).toBeNull();
    expect(parsePickedRange({ start: "", end }, zone)).toBeNull();
    expect(parsePickedRange({ start: "2024-07-03", end }, zone)).toBeNull();
  }
});

test.each([
  ["UTC", "2024-07-03T00:00:00.000Z", "2024-07-04T00:00:00.000Z"],
  ["Asia/Kathmandu", "2024-07-02T18:15:00.000Z", "2024-07-03T18:15:00.000Z"],
  ["America/St_Johns", "2024-07-03T02:30:00.000Z", "2024-07-04T02:30:00.000Z"],
])("a day of %s is from %s to %s", (zone, from, to) => {
  expect(instants(zone, "2024-07-03 00:00:00", "2024-07-03 23:59:59")).toEqual([from, to]);
});

test.each([
  ["Europe/Berlin", "2024-03-31", 23],
  ["Europe/Berlin", "2024-10-27", 25],
  ["America/New_York", "2024-03-10", 23],
  ["America/New_York", "2024-11-03", 25],
  ["Australia/Lord_Howe", "2024-04-07", 24.5],
])("in %s the day %s has %d hours", (zone, date, hours) => {
  const range = parsePickedRange({ start: `${date} 00:00:00`, end: `${date} 23:59:59` }, zone);
  expect(range && range.to - range.from).toBe(hours * hour);
});

test("an hour that the clock shows twice is picked as a whole", () => {
  expect(instants("Europe/Berlin", "2024-10-27 02:00:00", "2024-10-27 02:59:59")).toEqual([
    "2024-10-27T00:00:00.000Z",
    "2024-10-27T02:00:00.000Z",
  ]);
  expect(instants("America/New_York", "2024-11-03 01:30:00", "2024-11-03 01:30:00")).toEqual([
    "2024-11-03T05:30:00.000Z",
    "2024-11-03T06:30:01.000Z",
  ]);
});

test("an end that shows less than the start is later where the clock was set back", () => {
  const from = Date.UTC(2024, 9, 27, 0, 50);
  const picked = formatPickedRange(from, from + hour / 2, "Europe/Berlin");
  expect(picked).toEqual({ start: "2024-10-27 02:50:00", end: "2024-10-27 02:19:59" });
  expect(parsePickedRange(picked, "Europe/Berlin")).toEqual({ from, to: from + hour / 2 });
});

test("a time that the clock skips counts as if it had not been set", () => {
  expect(instants("Europe/Berlin", "2024-03-31 02:30:00", "2024-03-31 02:44:59")).toEqual([
    "2024-03-31T01:30:00.000Z",
    "2024-03-31T01:45:00.000Z",
  ]);
});

test("a time is found where JavaScript finds it in the local zone", () => {
  for (const zone of ["Europe/Berlin", "America/New_York", "Asia/Shanghai"]) {
    vi.stubEnv("TZ", zone);
    const minutes = fc.integer({ min: 0, max: 366 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const shown = Date.UTC(2024, 0, 1, 0, minute);
        const { first } = momentsOf(shown, localZone);
        expect(first).toBe(new Date(2024, 0, 1, 0, minute).getTime());
        expect(momentsOf(shown, zone)).toEqual(momentsOf(shown, localZone));
      }),
    );
  }
});

test("the second in which an instant is shown always holds it", () => {
  const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (ms, zone) => {
      const shown = formatSecond(ms, zone);
      const range = parsePickedRange({ start: shown, end: shown }, zone);
      expect(range?.from).toBeLessThanOrEqual(ms);
      expect(range?.to).toBeGreaterThan(ms);
    }),
  );
});

test("what is picked stays the same when another zone is chosen", () => {
  const picked: Picked = ["2024-07-03 08:00:00", "2024-07-03 08:59:59"];
  const inUtc: Picked = ["2024-07-03 00:00:00", "2024-07-03 00:59:59"];
  expect(inOtherZone(picked, "Asia/Shanghai", "UTC")).toEqual(inUtc);
  expect(inOtherZone(["2024-07-03 00:00:00", null], "UTC", "Asia/Shanghai")).toEqual([
    "2024-07-03 08:00:00",
    null,
  ]);
});
