import type { TimeRange } from "../trace-list/time-range.ts";

const minute = 60_000;

/** How far from the edge of its range a trace lies, ms: a minute, less in a very short range. */
function marginIn(length: number): number {
  return length > minute ? minute : Math.floor(length / 2);
}

/**
 * A range of the same length that shows an earlier trace: it ends a minute after the trace, and
 * does not start before `keptFrom`, since when traces are kept; there it is shorter.
 */
export function rangeWithEarlier(
  { from, to }: TimeRange,
  time: number,
  keptFrom: number,
): TimeRange {
  const length = to - from;
  const end = time + Math.max(1, marginIn(length));
  return { from: Math.max(end - length, Math.min(keptFrom, time)), to: end };
}

/**
 * A range of the same length that shows a later trace: it starts a minute before the trace, and
 * does not end after `now` unless the trace lies ahead of it.
 */
export function rangeWithLater({ from, to }: TimeRange, time: number, now: number): TimeRange {
  const length = to - from;
  const start = time - marginIn(length);
  const end = start + length;
  return { from: start, to: time < now ? Math.min(end, now) : end };
}
