import { expect, test } from "vitest";
import { activityWidth } from "./activity-width.ts";

const minute = 60_000;
const day = 86_400_000;
const to = Date.UTC(2024, 6, 3, 3, 26);

test.each([
  ["UTC", 60],
  ["Asia/Shanghai", 60],
  ["Europe/Berlin", 60],
  ["Asia/Kolkata", 30],
  ["America/St_Johns", 30],
  ["Asia/Kathmandu", 15],
])("in %s the buckets have %d minutes", (zone, minutes) => {
  expect(activityWidth({ from: to - 7 * day, to }, zone)).toBe(minutes * minute);
});

test("where summer time is half an hour, the buckets fit before and after it begins", () => {
  // Lord Howe Island: GMT+10:30, from October 6, 2024 on GMT+11:00.
  const end = Date.UTC(2024, 9, 8);
  expect(activityWidth({ from: end - 7 * day, to: end }, "Australia/Lord_Howe")).toBe(30 * minute);
});
