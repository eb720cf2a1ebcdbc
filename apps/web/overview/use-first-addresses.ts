import type { Project } from "@trace-console/contracts/console-api";
import { type Compared, firstSeen, shareOfBoth } from "./first-seen.ts";
import { useAddresses, useCounts } from "./overview-queries.ts";
import { allTraces } from "./questions.ts";

/**
 * The addresses of the last day that were not seen in the days before. Those are asked for when the
 * last day has any: all traces of a range are read for its addresses.
 */
export function useFirstAddresses(project: Project, { lastDay, before, days }: Compared) {
  const now = useAddresses(project, allTraces(lastDay), true);
  const isNowDone = now.data?.done === true;
  const seenNow = (isNowDone ? now.data?.addresses : undefined) ?? [];
  const isCompared = seenNow.length > 0;
  const earlier = useAddresses(project, allTraces(before), isCompared);
  const isEarlierDone = earlier.data?.done === true;
  const counts = useCounts(project, allTraces(before));
  return {
    asked: [
      { ...now, isPending: !isNowDone },
      { ...earlier, isPending: isCompared && !isEarlierDone },
      counts,
    ],
    /** How much is counted, 0 to 1. */
    share: shareOfBoth(now.data?.share ?? 0, earlier.data?.share ?? 0, days),
    isAnySeen: isCompared,
    /** Whether there are traces to compare with. */
    hasBefore: (counts.data?.facets.trace_name.length ?? 0) > 0,
    /** Whether there were more addresses than are told apart. */
    isCut: (now.data?.others ?? 0) > 0 || (earlier.data?.others ?? 0) > 0,
    newcomers: firstSeen(seenNow, earlier.data?.addresses ?? []),
  };
}
