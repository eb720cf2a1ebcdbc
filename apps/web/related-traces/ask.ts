import { maxPageSize } from "@trace-console/contracts/console-api";
import type { Trace } from "@trace-console/contracts/trace";
import { fetchTracePage } from "../api-client/trace-api.ts";
import { type OperationPair, findPair, longestOperation } from "./find-pair.ts";
import { operationQuery, resourceQuery } from "./resource-query.ts";

/**
 * The request and the result of the operation that a trace is of; null when it has no counterpart,
 * or when more happened around it than one page holds, so that nobody could be sure.
 */
export async function fetchPair(
  projectId: string,
  trace: Trace,
  signal: AbortSignal,
): Promise<OperationPair | null> {
  const query = {
    ...(resourceQuery(trace) ?? operationQuery(trace)),
    from: Math.max(0, trace.time - longestOperation),
    to: Math.max(0, trace.time + longestOperation + 1),
  };
  const { traces, next } = await fetchTracePage(projectId, query, { limit: maxPageSize }, signal);
  return next === null ? findPair(trace, traces) : null;
}

/**
 * The trace of the same resource that comes after `trace` in the list, which is the one before it
 * in time; of several of the same instant the ids decide. Null when there is none.
 */
export async function fetchPrevious(
  projectId: string,
  trace: Trace,
  signal: AbortSignal,
): Promise<Trace | null> {
  const resource = resourceQuery(trace);
  if (resource === null) return null;
  const query = { ...resource, from: 0, to: Math.max(0, trace.time + 1) };
  const place = { limit: 1, next: trace.trace_id };
  const { traces } = await fetchTracePage(projectId, query, place, signal);
  return traces[0] ?? null;
}
