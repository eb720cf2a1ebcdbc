import type { TimeRange } from "../trace-list/time-range.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const roundWidths = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hour),
];

/** The most bars that can still be told from each other, and hit. */
const mostBars = 168;

/** The buckets that a range touches: from the start of the first one to the end of the last. */
export function spanOf({ from, to }: TimeRange, width: number): TimeRange {
  return { from: Math.floor(from / width) * width, to: Math.ceil(to / width) * width };
}

/** The smallest round width in ms that cuts a range into few enough bars. */
export function widthFor(range: TimeRange): number {
  const fits = (width: number) => {
    const { from, to } = spanOf(range, width);
    return (to - from) / width <= mostBars;
  };
  // One less: a range that starts within a bucket touches one more than its length tells.
  const wholeDays = Math.ceil((range.to - range.from) / (mostBars - 1) / day) * day;
  return roundWidths.find(fits) ?? wholeDays;
}
