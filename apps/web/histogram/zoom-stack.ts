import type { PresetId, TimeRange } from "../trace-list/time-range.ts";

/** One step into the histogram: the range that it led to, and what it came from. */
export interface Zoom {
  readonly before: TimeRange;
  /** The preset that the range before came from. */
  readonly preset: PresetId | null;
  readonly after: TimeRange;
}

/**
 * The zooms that led to a range, which can be undone one by one; none when the range was set in
 * another way. The browser's Back leaves those that are still in force.
 */
export function zoomsTo(zooms: readonly Zoom[], { from, to }: TimeRange): readonly Zoom[] {
  const last = zooms.findLastIndex(({ after }) => after.from === from && after.to === to);
  return zooms.slice(0, last + 1);
}
