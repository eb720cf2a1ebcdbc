import type { Histogram } from "@trace-console/contracts/console-api";
import { fillBars, totalOf } from "../histogram/bars.ts";
import type { TimeRange } from "../trace-list/time-range.ts";
import { localHour } from "./local-hour.ts";

/** An hour of a day, cut to the range: `[from, to)` in ms, and how many traces it has. */
export interface HeatCell extends TimeRange {
  readonly count: number;
}

/** A day of a zone by its 24 hours; null for those that lie outside the range. */
export interface HeatRow {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly cells: readonly (HeatCell | null)[];
}

const hoursOfDay = 24;

function emptyDay(): (HeatCell | null)[] {
  return Array.from({ length: hoursOfDay }, () => null);
}

/**
 * The hours of a range, day by day. Days and not weekdays: a week that ends now begins within the
 * hour of the week that it ends in, and each number shall be that of one stretch of time.
 */
export function buildHeatMap(histogram: Histogram, range: TimeRange, zone: string): HeatRow[] {
  const days = new Map<string, (HeatCell | null)[]>();
  for (const { from, to, counts } of fillBars({ ...histogram, ...range })) {
    const { date, hour } = localHour(from, zone);
    const cells = days.get(date) ?? emptyDay();
    days.set(date, cells);
    // An hour has several buckets, or comes twice, when the clocks are turned back.
    const begun = cells[hour] ?? { from, count: 0 };
    cells[hour] = { from: begun.from, to, count: begun.count + totalOf(counts) };
  }
  return [...days].map(([date, cells]) => ({ date, cells }));
}

/** How many traces the fullest hour has. */
export function mostOf(rows: readonly HeatRow[]): number {
  const counts = rows.flatMap(({ cells }) => cells.map((cell) => cell?.count ?? 0));
  return Math.max(0, ...counts);
}
