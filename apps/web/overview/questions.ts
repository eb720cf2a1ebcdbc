import { modelArtsService } from "@trace-console/contracts/modelarts-operations";
import type { TraceRating } from "@trace-console/contracts/trace";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type { TimeRange } from "../trace-list/time-range.ts";

/** The trace statuses of what did not work. */
export const failedRatings: readonly TraceRating[] = ["warning", "incident"];

/** All that was done in ModelArts. */
export function allTraces({ from, to }: TimeRange): TraceQuery {
  return { trace_type: "system", service_type: [modelArtsService], from, to };
}

/** All that was tried in ModelArts and did not work. */
export function failedTraces(range: TimeRange): TraceQuery {
  return { ...allTraces(range), trace_rating: [...failedRatings] };
}
