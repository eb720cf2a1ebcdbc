import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { Latest } from "./latest.ts";

it("a reader gets each value in turn, but only the latest of those that it was too slow for", async () => {
  const latest = new Latest<number>();
  const read: number[] = [];
  const reading = (async () => {
    for await (const value of latest.read()) {
      read.push(value);
      if (value === 2) for (const next of [3, 4, 5]) latest.put(next);
    }
  })();
  for (const value of [1, 2]) {
    latest.put(value);
    await setImmediate();
  }
  latest.put(6);
  latest.end();
  await reading;
  expect(read).toEqual([1, 2, 5, 6]);
});

it("what came before the reader and before the end is read", async () => {
  const latest = new Latest<string>();
  latest.put("a");
  latest.end();
  expect(await Array.fromAsync(latest.read())).toEqual(["a"]);
});
