import type { TimeRange } from "../trace-list/time-range.ts";
import { offsetAt } from "../ui/format-time.ts";

const minute = 60_000;

/**
 * The width of buckets of which each lies within one hour of the zone, in ms. Buckets start at the
 * multiples of their width since 1970: hours do almost everywhere, but India is half an hour off,
 * and Nepal a quarter.
 */
export function activityWidth({ from, to }: TimeRange, zone: string): number {
  // At both ends, as summer time may begin or end in between.
  const offsets = [from, to].map((at) => offsetAt(at, zone) / minute);
  const width = [60, 30].find((minutes) => offsets.every((offset) => offset % minutes === 0));
  return (width ?? 15) * minute;
}
