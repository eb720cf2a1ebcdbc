import {
  facetsSchema,
  operatorsSchema,
  totalsSchema,
  tracePageSchema,
} from "@trace-console/contracts/console-api";
import type { Facets, Operators, Totals, TracePage } from "@trace-console/contracts/console-api";
import { formatTraceQuery } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { requestJson } from "./request.ts";

/** Traces per page: enough for a tall screen and its overscan in one reply. */
const pageSize = 100;

function projectPath(projectId: string): string {
  return `/api/projects/${encodeURIComponent(projectId)}`;
}

/** One page of the traces that match, newest first; `next` is the `next` of the page before. */
export function fetchTracePage(
  projectId: string,
  query: TraceQuery,
  next: string | null,
  signal: AbortSignal,
): Promise<TracePage> {
  const params = formatTraceQuery(query);
  params.set("limit", String(pageSize));
  if (next !== null) params.set("next", next);
  return requestJson(`${projectPath(projectId)}/traces?${params}`, tracePageSchema, { signal });
}

/** How many traces match, exactly. */
export function fetchTotals(
  projectId: string,
  query: TraceQuery,
  signal: AbortSignal,
): Promise<Totals> {
  const path = `${projectPath(projectId)}/totals?${formatTraceQuery(query)}`;
  return requestJson(path, totalsSchema, { signal });
}

/** The values of each facet with their counts, each under all other filters. */
export function fetchFacets(
  projectId: string,
  query: TraceQuery,
  signal: AbortSignal,
): Promise<Facets> {
  const path = `${projectPath(projectId)}/facets?${formatTraceQuery(query)}`;
  return requestJson(path, facetsSchema, { signal });
}

/** The operators of the project in the last 30 days. */
export function fetchOperators(projectId: string, signal: AbortSignal): Promise<Operators> {
  return requestJson(`${projectPath(projectId)}/operators`, operatorsSchema, { signal });
}

/** Address of the CSV file of every trace that matches. */
export function exportUrl(projectId: string, query: TraceQuery): string {
  return `${projectPath(projectId)}/export.csv?${formatTraceQuery(query)}`;
}
