import { afterEach, expect, test, vi } from "vitest";
import { formatRange, presetById, rangeOfPreset } from "./time-range.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("a preset is a range that ends now", () => {
  expect(rangeOfPreset("1d", 100_000_000)).toEqual({ from: 13_600_000, to: 100_000_000 });
});

test("only the three ids of presets name one", () => {
  expect(presetById("1w")?.ms).toBe(604_800_000);
  expect(presetById("2w")).toBeNull();
  expect(presetById(null)).toBeNull();
});

const hour = 3_600_000;
const july = Date.UTC(2024, 6, 3, 3, 26, 32);

/** How a range of so many hours is shown. */
function shown(zone: string, from: number, hours = 1): string {
  const { start, end } = formatRange({ from, to: from + hours * hour }, zone);
  return `${start} — ${end}`;
}

test("a range is shown by its two seconds in the browser's zone", () => {
  vi.stubEnv("TZ", "Asia/Shanghai");
  expect(shown("local", july)).toBe("2024-07-03 11:26:32 — 2024-07-03 12:26:31");
});

test.each([
  ["UTC", "2024-07-03 03:26:32 — 2024-07-03 04:26:31 UTC"],
  ["Asia/Shanghai", "2024-07-03 11:26:32 — 2024-07-03 12:26:31 GMT+8"],
  ["America/St_Johns", "2024-07-03 00:56:32 — 2024-07-03 01:56:31 GMT-2:30"],
  ["Asia/Kathmandu", "2024-07-03 09:11:32 — 2024-07-03 10:11:31 GMT+5:45"],
  ["Africa/Abidjan", "2024-07-03 03:26:32 — 2024-07-03 04:26:31 GMT+0"],
  ["Australia/Brisbane", "2024-07-03 13:26:32 — 2024-07-03 14:26:31 GMT+10"],
])("in the zone %s it tells the offset: %s", (zone, text) => {
  expect(shown(zone, july)).toBe(text);
});

test("both offsets are told when summer time begins or ends between the two seconds", () => {
  expect(shown("Europe/Berlin", Date.UTC(2024, 9, 27), 2)).toBe(
    "2024-10-27 02:00:00 GMT+2 — 2024-10-27 02:59:59 GMT+1",
  );
});
