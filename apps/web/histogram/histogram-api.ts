import { countingHistogramSchema, histogramSchema } from "@trace-console/contracts/console-api";
import type { Histogram } from "@trace-console/contracts/console-api";
import { formatTraceQuery, readsTraces } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { requestLines } from "../api-client/request-lines.ts";
import { requestJson } from "../api-client/request.ts";
import type { TimeRange } from "../trace-list/time-range.ts";
import { widthFor } from "./bucket-width.ts";

/** The counts over a range, as far as they are known. */
export interface CountedHistogram extends Histogram, TimeRange {
  readonly done: boolean;
  /** How much of the work is done, 0 to 1. */
  readonly share: number;
}

function pathOf(projectId: string, query: TraceQuery, width: number): string {
  const params = formatTraceQuery(query);
  params.set("width", String(width));
  return `/api/projects/${encodeURIComponent(projectId)}/histogram?${params}`;
}

/** The traces that match over time, in buckets of `width` ms; for queries without a text. */
export function fetchBuckets(
  projectId: string,
  query: TraceQuery,
  width: number,
  signal: AbortSignal,
): Promise<Histogram> {
  return requestJson(pathOf(projectId, query, width), histogramSchema, { signal });
}

/**
 * The traces that match over time, exactly; where they are read for it, `onPartial` is told what is
 * counted so far.
 */
export async function fetchHistogram(
  projectId: string,
  query: TraceQuery,
  signal: AbortSignal,
  onPartial: (histogram: CountedHistogram) => void,
): Promise<CountedHistogram> {
  // The range stays with its counts, as they are still shown when another one is asked for.
  const range = { from: query.from, to: query.to };
  const width = widthFor(range);
  if (!readsTraces(query)) {
    const histogram = await fetchBuckets(projectId, query, width, signal);
    return { ...histogram, ...range, done: true, share: 1 };
  }
  const path = pathOf(projectId, query, width);
  const last = await requestLines(path, countingHistogramSchema, signal, (partial) =>
    onPartial({ ...partial, ...range }),
  );
  return { ...last, ...range };
}
