import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openProgress } from "./progress.ts";

const isTerminal = process.stderr.isTTY;
let written: string[];

beforeEach(() => {
  written = [];
  vi.useFakeTimers({ now: 1_000_000 });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  process.stderr.isTTY = false;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  process.stderr.isTTY = isTerminal;
});

test("without a terminal, a line with rate and time left comes every few seconds", () => {
  const progress = openProgress(1_000);
  for (let second = 1; second <= 12; second++) {
    vi.advanceTimersByTime(1_000);
    progress.advance(second * 10, second * 2_000);
  }
  progress.close();
  expect(written).toEqual([
    "5 %, 10,000 traces, 2,000/s, 1 min 35 s left\n",
    "10 %, 20,000 traces, 2,000/s, 1 min 30 s left\n",
  ]);
});

test("on a terminal, a bar shows rate and time left, and does not outlive the import", () => {
  process.stderr.isTTY = true;
  const progress = openProgress(1_000);
  vi.advanceTimersByTime(2_000);
  progress.advance(500, 3_000);
  vi.advanceTimersByTime(1_000);
  const shown = written.join("");
  progress.close();
  expect(shown).toContain("50 % | 3,000 traces | 1,500/s | 2 s left");
  expect(process.listenerCount("SIGINT")).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
