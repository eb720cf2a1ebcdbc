import { type TimeRange, rangeOfPreset } from "../trace-list/time-range.ts";
import type { Counted } from "./totals.ts";

const day = 86_400_000;

/** Two ranges whose operators or addresses are compared. */
export interface Compared {
  readonly lastDay: TimeRange;
  readonly before: TimeRange;
  /** How many days the earlier one has. */
  readonly days: number;
}

/** The last 24 hours before `to` (ms), and the six days before them, or as many as are kept. */
export function comparedRanges(to: number, retentionDays: number): Compared {
  const lastDay = rangeOfPreset("1d", to);
  const days = Math.min(7, retentionDays) - 1;
  return { lastDay, before: { from: lastDay.from - days * day, to: lastDay.from }, days };
}

/**
 * How much of counting both ranges is done, 0 to 1: one after the other, a day takes as long as any.
 * @param now the share of the last day that is done. @param before that of the days before it.
 */
export function shareOfBoth(now: number, before: number, days: number): number {
  return (now + before * days) / (1 + days);
}

/** Those who were seen now and not before, most active first. */
export function firstSeen(now: Counted, before: Counted): Counted {
  const known = new Set(before.map(({ value }) => value));
  return now.filter(({ value }) => !known.has(value));
}
