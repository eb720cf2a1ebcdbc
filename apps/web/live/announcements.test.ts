import { expect, test } from "vitest";
import { Announcements } from "./announcements.ts";

test("what comes within ten seconds is told together", () => {
  const announcements = new Announcements();
  expect(announcements.take(0, 0)).toBe(0);
  expect(announcements.take(3, 5_000)).toBe(3);
  expect(announcements.take(1, 10_000)).toBe(0);
  expect(announcements.take(2, 14_999)).toBe(0);
  expect(announcements.take(0, 15_000)).toBe(3);
  expect(announcements.take(0, 90_000)).toBe(0);
});
