import { histogramSchema, tracePageSchema } from "@trace-console/contracts/console-api";
import type { Histogram, TracePage } from "@trace-console/contracts/console-api";
import { formatTraceQuery } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { requestJson } from "../api-client/request.ts";

/** The traces that match over time, in buckets of `width` ms. */
export function fetchActivity(
  projectId: string,
  query: TraceQuery,
  width: number,
  signal: AbortSignal,
): Promise<Histogram> {
  const params = formatTraceQuery(query);
  params.set("width", String(width));
  const path = `/api/projects/${encodeURIComponent(projectId)}/histogram?${params}`;
  return requestJson(path, histogramSchema, { signal });
}

/** So many of the traces that match, the newest. */
export function fetchNewest(
  projectId: string,
  query: TraceQuery,
  limit: number,
  signal: AbortSignal,
): Promise<TracePage> {
  const params = formatTraceQuery(query);
  params.set("limit", String(limit));
  const path = `/api/projects/${encodeURIComponent(projectId)}/traces?${params}`;
  return requestJson(path, tracePageSchema, { signal });
}
