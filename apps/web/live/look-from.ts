import type { TracePage } from "@trace-console/contracts/console-api";
import type { Trace } from "@trace-console/contracts/trace";
import { type Waiting, newestTime } from "./new-traces.ts";

/**
 * A trace may be stored after newer ones, as each service delivers by itself. So far behind the
 * newest one such traces are looked for, ms; what comes later still is shown by Refresh.
 */
const latest = 10 * 60_000;

/** How often that is done, ms: such a look brings a whole page, the others only what is new. */
const interval = 60_000;

/** Whether a look at `now` is also for traces that came late; `before`: the last that was, both ms. */
export function isForLate(before: number, now: number): boolean {
  return now - before >= interval;
}

/** From when on everything is known, ms since 1970: before it a trace is no new one. */
function knownFrom(shown: readonly TracePage[], waiting: Waiting | null): number {
  const last = shown.at(-1);
  // What follows the last one may be of the same instant.
  const after = (trace: Trace | undefined) => (trace === undefined ? 0 : trace.time + 1);
  return Math.max(
    last === undefined || last.next === null ? 0 : after(last.traces.at(-1)),
    waiting?.isWhole === false ? after(waiting.traces.at(-1)) : 0,
  );
}

/**
 * From when on is looked for new traces, ms since 1970: from the newest that is known, or from
 * further back for those that came late.
 *
 * @param start where the time range begins, ms since 1970.
 */
export function lookFrom(
  shown: readonly TracePage[],
  waiting: Waiting | null,
  start: number,
  forLate: boolean,
): number {
  const newest = newestTime(shown, waiting);
  if (newest === undefined) return start;
  if (!forLate) return newest;
  return Math.min(newest, Math.max(newest - latest, start, knownFrom(shown, waiting)));
}
