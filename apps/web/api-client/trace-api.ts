import {
  conflictsSchema,
  countingFacetsSchema,
  countingTotalsSchema,
  facetsSchema,
  operatorsSchema,
  totalsSchema,
  tracePageSchema,
} from "@trace-console/contracts/console-api";
import type {
  Conflicts,
  CountingFacets,
  CountingTotals,
  Operators,
  TracePage,
} from "@trace-console/contracts/console-api";
import { formatTraceQuery, readsTraces } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { requestJson } from "./request.ts";
import { requestLines } from "./request-lines.ts";

/** Traces per page: enough for a tall screen and its overscan in one reply. */
const pageSize = 100;

function projectPath(projectId: string): string {
  return `/api/projects/${encodeURIComponent(projectId)}`;
}

/** Which page of a list: `next` is the `next` of the page before. */
interface PagePlace {
  readonly limit?: number;
  readonly next?: string | null;
}

/** One page of the traces that match, newest first. */
export function fetchTracePage(
  projectId: string,
  query: TraceQuery,
  { limit = pageSize, next = null }: PagePlace,
  signal: AbortSignal,
): Promise<TracePage> {
  const params = formatTraceQuery(query);
  params.set("limit", String(limit));
  if (next !== null) params.set("next", next);
  return requestJson(`${projectPath(projectId)}/traces?${params}`, tracePageSchema, { signal });
}

/** The other contents that came under the id of a trace. */
export function fetchConflicts(
  projectId: string,
  traceId: string,
  signal: AbortSignal,
): Promise<Conflicts> {
  const path = `${projectPath(projectId)}/traces/${encodeURIComponent(traceId)}/conflicts`;
  return requestJson(path, conflictsSchema, { signal });
}

const counted = { done: true, share: 1 };

/** How many traces match, exactly; where they are read for it, `onPartial` is told what is counted so far. */
export async function fetchTotals(
  projectId: string,
  query: TraceQuery,
  signal: AbortSignal,
  onPartial: (totals: CountingTotals) => void,
): Promise<CountingTotals> {
  const path = `${projectPath(projectId)}/totals?${formatTraceQuery(query)}`;
  if (readsTraces(query)) return requestLines(path, countingTotalsSchema, signal, onPartial);
  return { ...(await requestJson(path, totalsSchema, { signal })), ...counted };
}

/** The values of each facet with their counts, each under all other filters; as {@link fetchTotals}. */
export async function fetchFacets(
  projectId: string,
  query: TraceQuery,
  signal: AbortSignal,
  onPartial: (facets: CountingFacets) => void,
): Promise<CountingFacets> {
  const path = `${projectPath(projectId)}/facets?${formatTraceQuery(query)}`;
  if (readsTraces(query)) return requestLines(path, countingFacetsSchema, signal, onPartial);
  return { ...(await requestJson(path, facetsSchema, { signal })), ...counted };
}

/** The operators of the project in the last 30 days. */
export function fetchOperators(projectId: string, signal: AbortSignal): Promise<Operators> {
  return requestJson(`${projectPath(projectId)}/operators`, operatorsSchema, { signal });
}
