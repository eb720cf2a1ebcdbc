import { setTimeout } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { repeat } from "./repeat.ts";

it("a task that fails is tried again, and its log tells each row of failures once", async () => {
  const told: string[] = [];
  const log = {
    error: (_: { err: unknown }, message: string) => void told.push(message),
    warn: (message: string) => void told.push(message),
  };
  let runs = 0;
  const stop = repeat(
    "feeding",
    1,
    async () => {
      runs += 1;
      if (runs < 4 || runs === 6) throw new Error("disk full");
    },
    log,
  );
  await vi.waitUntil(() => runs >= 8, { interval: 2 });
  await stop();
  expect(told).toEqual([
    "feeding failed; it is tried again",
    "feeding works again",
    "feeding failed; it is tried again",
    "feeding works again",
  ]);
});

it("no task runs twice at once, and stopping waits for a run that is under way", async () => {
  let [now, most, done] = [0, 0, 0];
  const stop = repeat(
    "slow",
    1,
    async () => {
      now += 1;
      most = Math.max(most, now);
      await setTimeout(20);
      now -= 1;
      done += 1;
    },
    { error: () => {}, warn: () => {} },
  );
  await vi.waitUntil(() => done >= 2 && now === 1, { interval: 1 });
  await stop();
  expect([now, most]).toEqual([0, 1]);
});
