import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type { TimeRange } from "../trace-list/time-range.ts";
import { allTraces } from "./questions.ts";
import { type Counted, sumOf } from "./totals.ts";

/** The operations by which a training or visualization job is stopped or deleted. */
export const jobEndings: readonly string[] = [
  "StopJobV2",
  "DeleteJobV2",
  // The old version.
  "stopModelArtsTrainVersion",
  "deleteModelArtsTrainVersion",
  "deleteModelArtsTrainJob",
  "stopModelArtsTensorboardJob",
  "deleteModelArtsTensorboardJob",
];

/** The jobs that were stopped or deleted, or that somebody tried to. */
export function endedJobs(range: TimeRange): TraceQuery {
  return { ...allTraces(range), trace_name: [...jobEndings] };
}

/** How many of the counted operations are among them. */
export function countEndings(traceNames: Counted): number {
  return sumOf(traceNames.filter(({ value }) => jobEndings.includes(value)));
}
