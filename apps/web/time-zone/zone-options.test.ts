import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { texts } from "./texts.ts";
import { isFound, zoneGroups } from "./zone-options.ts";

const july = Date.UTC(2024, 6, 3);

beforeEach(() => {
  vi.stubEnv("TZ", "Asia/Shanghai");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

function labelsOf(zone: string): (readonly string[])[] {
  return zoneGroups(zone, july, texts.english).map(({ items }) => items.map(({ label }) => label));
}

test("the usual zones come first with their offsets, then all others, each once", () => {
  const [first = [], others = []] = labelsOf("local");
  expect(first).toEqual(["Local (GMT+08:00)", "UTC", "GMT+08:00 (Asia/Shanghai)"]);
  expect(others).toContain("Europe/Berlin");
  expect(others.length).toBeGreaterThan(300);
  const values = zoneGroups("local", july, texts.english).flatMap(({ items }) =>
    items.map(({ value }) => value),
  );
  expect(new Set(values).size).toBe(values.length);
});

test("the chosen zone is among the first ones, also under a name that is not listed", () => {
  expect(labelsOf("Europe/Berlin")[0]).toContain("GMT+02:00 (Europe/Berlin)");
  expect(labelsOf("Europe/Berlin")[1]).not.toContain("Europe/Berlin");
  expect(labelsOf("europe/berlin")[0]).toContain("GMT+02:00 (europe/berlin)");
});

test("a zone is found by any part of its name, with spaces and in any case", () => {
  const zone = { value: "America/New_York", label: "America/New_York" };
  for (const text of ["new york", "New_York", "america/", " YORK "]) {
    expect(isFound(zone, text)).toBe(true);
  }
  expect(isFound(zone, "berlin")).toBe(false);
});
