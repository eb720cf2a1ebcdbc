import type { Histogram } from "@trace-console/contracts/console-api";
import type { TimeRange } from "../trace-list/time-range.ts";
import { spanOf } from "./bucket-width.ts";

/** The trace statuses in the order in which they are stacked, the lowest first. */
export const statuses = ["normal", "warning", "incident", "other"] as const;
export type Status = (typeof statuses)[number];

/** How many traces there are of each status. */
export type Counts = Readonly<Record<Status, number>>;

/** What one bar stands for: `[from, to)` in ms, cut to the range that was asked for. */
export interface Bar extends TimeRange {
  readonly counts: Counts;
}

/** A bar for each bucket of the range, also for those that the reply leaves out as empty. */
export function fillBars({ from, to, width, buckets }: Histogram & TimeRange): Bar[] {
  const found = new Map(buckets.map((bucket) => [bucket.from, bucket] as const));
  const span = spanOf({ from, to }, width);
  const bars: Bar[] = [];
  for (let start = span.from; start < span.to; start += width) {
    const { normal = 0, warning = 0, incident = 0, other = 0 } = found.get(start) ?? {};
    bars.push({
      from: Math.max(start, from),
      to: Math.min(start + width, to),
      counts: { normal, warning, incident, other },
    });
  }
  return bars;
}

/** How many traces there are of any status. */
export function totalOf(counts: Counts): number {
  return statuses.reduce((total, status) => total + counts[status], 0);
}

/** The counts of several bars together. */
export function sumOf(bars: readonly Bar[]): Counts {
  const sum = { normal: 0, warning: 0, incident: 0, other: 0 };
  for (const { counts } of bars) {
    for (const status of statuses) sum[status] += counts[status];
  }
  return sum;
}

/** How many traces the highest bar stands for. */
export function highestOf(bars: readonly Bar[]): number {
  return bars.reduce((highest, { counts }) => Math.max(highest, totalOf(counts)), 0);
}

/** The statuses to name: other ones than the three that CTS knows only when there are any. */
export function namedStatuses(counts: Counts | null): Status[] {
  return statuses.filter((status) => status !== "other" || (counts?.other ?? 0) > 0);
}
