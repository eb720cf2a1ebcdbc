import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Interruption, keepLooking } from "./keep-looking.ts";

class FakePage extends EventTarget {
  hidden = false;

  show(isShown: boolean): void {
    this.hidden = !isShown;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Keeps looking at something that fails while `broken` is true. */
function start() {
  const page = new FakePage();
  const state = { looks: 0, broken: false };
  const told: (Interruption | null)[] = [];
  const stop = keepLooking({
    look: async () => {
      state.looks++;
      if (state.broken) throw new Error("broken");
    },
    onOutcome: (outcome) => told.push(outcome),
    page,
  });
  return { page, state, told, stop };
}

test("it looks at once, and then every five seconds, until it is ended", async () => {
  const { state, told, stop } = start();
  expect(state.looks).toBe(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(state.looks).toBe(3);
  expect(told).toEqual([null, null, null]);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(state.looks).toBe(3);
});

test("a page that nobody sees does not look; seen again, it looks at once", async () => {
  const { page, state, stop } = start();
  await vi.advanceTimersByTimeAsync(1_000);
  page.show(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(state.looks).toBe(1);
  page.show(true);
  expect(state.looks).toBe(2);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(state.looks).toBe(3);
  stop();
  page.show(true);
  expect(state.looks).toBe(3);
});

test("after failures it waits longer, tells how long, and goes on when it can", async () => {
  const { state, told, stop } = start();
  state.broken = true;
  for (const wait of [5, 10, 20, 30, 30]) {
    const { looks } = state;
    await vi.advanceTimersByTimeAsync(wait * 1000 - 1);
    expect(state.looks).toBe(looks);
    await vi.advanceTimersByTimeAsync(1);
    expect(state.looks).toBe(looks + 1);
  }
  expect(told.map((outcome) => outcome?.seconds)).toEqual([undefined, 10, 20, 30, 30, 30]);
  state.broken = false;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(told.at(-1)).toBeNull();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toHaveLength(8);
  stop();
});

test("it never looks twice at once, and tells nothing after its end", async () => {
  const page = new FakePage();
  const { promise, resolve } = Promise.withResolvers<void>();
  const signals: AbortSignal[] = [];
  const onOutcome = vi.fn<(outcome: unknown) => void>();
  const stop = keepLooking({
    look: (signal) => {
      signals.push(signal);
      return promise;
    },
    onOutcome,
    page,
  });
  page.show(false);
  page.show(true);
  expect(signals).toHaveLength(1);
  stop();
  expect(signals[0]?.aborted).toBe(true);
  resolve();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onOutcome).not.toHaveBeenCalled();
  expect(signals).toHaveLength(1);
});
