import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { rangeOfPreset } from "../trace-list/time-range.ts";
import type { PresetId } from "../trace-list/time-range.ts";

/**
 * How long a count holds, ms. To count asks much more of the service than to look for new traces,
 * and most of all where the traces themselves have to be read.
 */
const countHolds = { plain: 15_000, search: 60_000 };

/**
 * The moment with which Live begins: that of the query, which is when it was chosen, or, with an
 * address from earlier, when the page was opened (ms since 1970).
 */
export function beginOf(query: TraceQuery, opened: number): number {
  return Math.max(query.to, opened);
}

/** The same query at another moment: the length of the range is that of its preset. */
export function queryAt(query: TraceQuery, preset: PresetId, now: number): TraceQuery {
  return { ...query, ...rangeOfPreset(preset, now) };
}

/**
 * Whether what was counted up to a moment is to be counted up to a later one.
 * @param isSearch whether traces are read to count.
 */
export function isCountDue(isSearch: boolean, countedTo: number, now: number): boolean {
  return now - countedTo >= (isSearch ? countHolds.search : countHolds.plain);
}
