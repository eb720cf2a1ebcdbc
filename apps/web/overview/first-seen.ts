import { type TimeRange, rangeOfPreset } from "../trace-list/time-range.ts";
import type { Counted } from "./totals.ts";

const day = 86_400_000;

/** Two ranges whose operators are compared. */
interface Compared {
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

/** Those who were seen now and not before, most active first. */
export function firstSeen(now: Counted, before: Counted): Counted {
  const known = new Set(before.map(({ value }) => value));
  return now.filter(({ value }) => !known.has(value));
}
