import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { OncePerTurn } from "./once-per-turn.ts";

it("reads once in a turn of the event loop, and again in the next", async () => {
  let reads = 0;
  const count = new OncePerTurn(() => {
    reads += 1;
    return reads;
  });
  expect(count.get()).toBe(1);
  await Promise.resolve();
  expect(count.get()).toBe(1);
  await setImmediate();
  expect(count.get()).toBe(2);
});

it("a reading that fails is tried again", () => {
  const reads = [
    () => {
      throw new Error("busy");
    },
    () => undefined,
  ];
  const value = new OncePerTurn(() => reads.shift()?.());
  expect(() => value.get()).toThrow("busy");
  expect(value.get()).toBeUndefined();
  expect(reads).toEqual([]);
});
