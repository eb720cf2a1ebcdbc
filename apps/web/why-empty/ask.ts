import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { fetchTotals, fetchTracePage } from "../api-client/trace-api.ts";
import { totalOf } from "../histogram/bars.ts";
import { fetchBuckets } from "../histogram/histogram-api.ts";

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
  /** The buckets of `width` ms that hold a match, oldest first; for queries that read no traces. */
  readonly buckets: (query: TraceQuery, width: number) => Promise<readonly Bucket[]>;
}

/** Asks the service about the traces of a project. */
export function askService(projectId: string, signal: AbortSignal): Ask {
  return {
    count: async (query) => (await fetchTotals(projectId, query, signal, () => {})).total,
    times: async (query, limit) => {
      const { traces } = await fetchTracePage(projectId, query, { limit }, signal);
      return traces.map(({ time }) => time);
    },
    buckets: async (query, width) => {
      const { buckets } = await fetchBuckets(projectId, query, width, signal);
      return buckets.map(({ from, ...counts }) => ({ from, count: totalOf(counts) }));
    },
  };
}
