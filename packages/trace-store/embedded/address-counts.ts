import { type AddressCounts, addressesAtMost } from "../trace-store.ts";
import { AddressTally } from "./address-tally.ts";
import { addressOf } from "./address-of.ts";
import type { BodyQuery } from "./body-search.ts";
import type { Plan } from "./plan.ts";
import type { Segment } from "./segment.ts";
import type { Work } from "./segment-match.ts";
import { walkNewestFirst } from "./walk.ts";

/** Traces read between two pauses: a few ms. */
const tracesPerPause = 1_024;

/**
 * Counts the addresses of the matching traces, segment by segment from the newest on: the bodies of
 * all of them are read.
 *
 * @param progress is told what is counted so far and the share of the segments that are done.
 */
export async function countAddresses(
  segments: readonly Segment[],
  plan: Plan,
  range: { readonly from: number; readonly to: number; readonly bodies: BodyQuery | undefined },
  work: Work,
  pause: () => Promise<void>,
  progress: (partial: () => AddressCounts, share: number) => void,
): Promise<AddressCounts> {
  const tally = new AddressTally(addressesAtMost);
  const all = { ...range, after: undefined, wanted: Infinity };
  const ordered = segments.toSorted((a, b) => b.newest - a.newest);
  let read = 0;
  for (const [done, segment] of ordered.entries()) {
    for (const place of walkNewestFirst([segment], plan, all, work)) {
      if (place !== undefined) {
        tally.add(addressOf(segment.wireToScan(place.row)));
        read += 1;
      }
      if (place === undefined || read % tracesPerPause === 0) await pause();
    }
    await pause();
    progress(() => tally.counts(), (done + 1) / ordered.length);
  }
  return tally.counts();
}
