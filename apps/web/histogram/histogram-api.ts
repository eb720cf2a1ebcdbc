import { countingHistogramSchema, histogramSchema } from "@trace-console/contracts/console-api";
import type { Histogram } from "@trace-console/contracts/console-api";
import { formatTraceQuery } from "@trace-console/contracts/trace-filter";
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

/**
 * The traces that match over time, exactly; with a text, `onPartial` is told what is counted so
 * far.
 */
export async function fetchHistogram(
  projectId: string,
  query: TraceQuery,
  signal: AbortSignal,
  onPartial: (histogram: CountedHistogram) => void,
): Promise<CountedHistogram> {
  // The range stays with its counts, as they are still shown when another one is asked for.
  const range = { from: query.from, to: query.to };
  const params = formatTraceQuery(query);
  params.set("width", String(widthFor(range)));
  const path = `/api/projects/${encodeURIComponent(projectId)}/histogram?${params}`;
  if (query.text === undefined) {
    const histogram = await requestJson(path, histogramSchema, { signal });
    return { ...histogram, ...range, done: true, share: 1 };
  }
  const last = await requestLines(path, countingHistogramSchema, signal, (partial) =>
    onPartial({ ...partial, ...range }),
  );
  return { ...last, ...range };
}
