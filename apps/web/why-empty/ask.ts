import { histogramSchema, tracePageSchema } from "@trace-console/contracts/console-api";
import { formatTraceQuery } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { requestJson } from "../api-client/request.ts";
import { fetchTotals } from "../api-client/trace-api.ts";

/** A stretch of time that holds matching traces. */
interface Bucket {
  /** Its start, ms since 1970. */
  readonly from: number;
  readonly count: number;
}

/** What is asked of the service to find out why a query is empty. */
export interface Ask {
  /** How many traces match, exactly. */
  readonly count: (query: TraceQuery) => Promise<number>;
  /** The times of so many matching traces at most, newest first. */
  readonly times: (query: TraceQuery, limit: number) => Promise<readonly number[]>;
  /** The buckets of `width` ms that hold a match, oldest first; for queries without a text. */
  readonly buckets: (query: TraceQuery, width: number) => Promise<readonly Bucket[]>;
}

/** Asks the service about the traces of a project. */
export function askService(projectId: string, signal: AbortSignal): Ask {
  const pathOf = (name: string, query: TraceQuery, parameter: string, value: number) => {
    const params = formatTraceQuery(query);
    params.set(parameter, String(value));
    return `/api/projects/${encodeURIComponent(projectId)}/${name}?${params}`;
  };
  return {
    count: async (query) => (await fetchTotals(projectId, query, signal, () => {})).total,
    times: async (query, limit) => {
      const path = pathOf("traces", query, "limit", limit);
      const { traces } = await requestJson(path, tracePageSchema, { signal });
      return traces.map(({ time }) => time);
    },
    buckets: async (query, width) => {
      const path = pathOf("histogram", query, "width", width);
      const { buckets } = await requestJson(path, histogramSchema, { signal });
      return buckets.map(({ from, normal, warning, incident, other }) => ({
        from,
        count: normal + warning + incident + other,
      }));
    },
  };
}
