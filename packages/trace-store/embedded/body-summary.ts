import { type BodyQuery, BodySearch } from "./body-search.ts";
import type { Counts } from "./count.ts";
import type { Histogram } from "./histogram.ts";
import { never, type Plan } from "./plan.ts";
import type { Segment } from "./segment.ts";
import { SegmentMatch, type Work } from "./segment-match.ts";

/** Rows looked at between two pauses: a few ms. */
const blocksPerPause = 64;

/**
 * Counts the traces whose bodies match, segment by segment from the newest on: only the bodies of
 * rows that pass the other filters, and whose group may match, are read.
 *
 * @param progress is told the share of the segments that are done, 0 to 1.
 */
export async function summarizeBodies(
  segments: readonly Segment[],
  plan: Plan,
  range: {
    readonly from: number;
    readonly to: number;
    readonly hasFacets: boolean;
    readonly bodies: BodyQuery;
  },
  sums: { readonly counts: Counts; readonly histogram: Histogram | undefined; readonly work: Work },
  pause: () => Promise<void>,
  progress: (share: number) => void,
): Promise<void> {
  const { counts, histogram, work } = sums;
  const ordered = segments.toSorted((a, b) => b.newest - a.newest);
  for (const [done, segment] of ordered.entries()) {
    const [first, last] = [segment.rowAt(range.from), segment.rowAt(range.to)];
    if (first >= last) continue;
    const match = new SegmentMatch(segment, plan);
    const search = new BodySearch(segment, range.bodies);
    if (!search.isEmpty) {
      let lastPause = 0;
      for (const row of rowsToRead(match, search, range.hasFacets, first, last)) {
        work.rows += 1;
        if (search.matches(row, false)) {
          counts.addRow(match, row, 1);
          histogram?.addRow(match, row, 1);
        }
        if (search.blocks - lastPause >= blocksPerPause) {
          lastPause = search.blocks;
          await pause();
        }
      }
    }
    work.textBlocks += search.blocks;
    await pause();
    progress((done + 1) / ordered.length);
  }
}

/** The rows that count for the total or, under all filters but one, for a facet. */
function* rowsToRead(
  match: SegmentMatch,
  search: BodySearch,
  hasFacets: boolean,
  first: number,
  last: number,
): Generator<number> {
  const unwanted = new Set(match.excluded);
  const isOneBit = (bits: number) => (bits & (bits - 1)) === 0;
  const counts = (row: number) => {
    const fails = match.failsOf(row);
    return fails === 0 || (hasFacets && isOneBit(fails) && fails < never);
  };
  if (match.included !== undefined) {
    for (const row of match.included) {
      if (row >= first && row < last && !unwanted.has(row) && counts(row)) yield row;
    }
    return;
  }
  for (let row = search.nextBelow(last); row >= first; row = search.nextBelow(row)) {
    if (counts(row) && !unwanted.has(row)) yield row;
  }
}
