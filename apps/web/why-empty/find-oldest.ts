import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type { Ask } from "./ask.ts";

const minute = 60_000;
/** Buckets of one step: a week is looked at in hours first. */
const bucketsAtMost = 168;
/** A bucket that the service takes for any range of dates. */
const widest = 100_000_000 * minute;
/** The oldest of so many traces of a minute is told exactly. */
const readAtMost = 50;

/** The width of the buckets for a range of so many ms: a multiple of a minute. */
export function widthFor(length: number): number {
  return Math.min(widest, minute * Math.max(1, Math.ceil(length / minute / bucketsAtMost)));
}

/**
 * The time of the oldest trace that matches, ms since 1970; null when none does. The list is newest
 * first only, so that the first bucket with a match is narrowed down to a minute, and the list read
 * there. Where a minute holds more than 50 matches, it is the 50th newest of them.
 *
 * Not for a query that reads traces: the buckets would take a search at each step.
 */
export async function findOldest(query: TraceQuery, ask: Ask): Promise<number | null> {
  const [newest] = await ask.times(query, 1);
  if (newest === undefined) return null;
  let { from } = query;
  let to = newest + 1;
  for (;;) {
    const width = widthFor(to - from);
    const [first] = await ask.buckets({ ...query, from, to }, width);
    // What was there has expired meanwhile, but for the newest.
    if (first === undefined) return newest;
    from = Math.max(from, first.from);
    to = Math.min(to, first.from + width);
    if (width === minute) {
      const found = await ask.times({ ...query, from, to }, Math.min(first.count, readAtMost));
      return found.at(-1) ?? newest;
    }
  }
}
