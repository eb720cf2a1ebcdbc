import { expect, it } from "vitest";
import { ReplayGuard } from "./replay-guard.ts";

const minute = 60_000;

it("takes a signature once, as long as its date could still be accepted", () => {
  let now = Date.UTC(2026, 2, 11);
  const guard = new ReplayGuard(() => now);
  expect(guard.take("a")).toBe(true);
  expect(guard.take("b")).toBe(true);
  expect(guard.take("a")).toBe(false);
  now += 30 * minute;
  expect(guard.take("a")).toBe(false);
  now += 1;
  expect(guard.take("a")).toBe(true);
});

it("takes none any more when it can remember no more, until old ones are forgotten", () => {
  let now = Date.UTC(2026, 2, 11);
  const guard = new ReplayGuard(() => now, 2);
  expect([guard.take("a"), guard.take("b"), guard.take("c")]).toEqual([true, true, false]);
  now += 30 * minute + 1;
  expect(guard.take("c")).toBe(true);
});
