import { expect, test } from "vitest";
import { presetById, rangeOfPreset } from "./time-range.ts";

test("a preset is a range that ends now", () => {
  expect(rangeOfPreset("1d", 100_000_000)).toEqual({ from: 13_600_000, to: 100_000_000 });
});

test("only the three ids of presets name one", () => {
  expect(presetById("1w")?.ms).toBe(604_800_000);
  expect(presetById("2w")).toBeNull();
  expect(presetById(null)).toBeNull();
});
