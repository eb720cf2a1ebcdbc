import { useQuery } from "@tanstack/react-query";
import type { Trace } from "@trace-console/contracts/trace";
import { fetchConflicts } from "../api-client/trace-api.ts";
import { fetchPair, fetchPrevious } from "./ask.ts";
import type { OperationPair } from "./find-pair.ts";

/** A pair stays one; where there is none yet, the result may have come meanwhile. */
function staleTimeOfPair({ state }: { state: { data?: OperationPair | null | undefined } }) {
  return state.data ? Infinity : 0;
}

/**
 * The request and the result of the operation that a trace is of; null when it stands alone.
 * @param isWanted whether it can have a counterpart.
 */
export function usePair(projectId: string, trace: Trace, isWanted: boolean) {
  return useQuery({
    queryKey: ["pair", projectId, trace.trace_id],
    queryFn: ({ signal }) => fetchPair(projectId, trace, signal),
    staleTime: staleTimeOfPair,
    enabled: isWanted,
  });
}

/** The previous trace of the same resource; null when there is none. */
export function usePrevious(projectId: string, trace: Trace) {
  return useQuery({
    queryKey: ["previous", projectId, trace.trace_id],
    queryFn: ({ signal }) => fetchPrevious(projectId, trace, signal),
  });
}

/** The other contents that came under the id of a trace; more of them may come at any time. */
export function useConflicts(projectId: string, { trace_id }: Trace) {
  return useQuery({
    queryKey: ["conflicts", projectId, trace_id],
    queryFn: ({ signal }) => fetchConflicts(projectId, trace_id, signal),
    staleTime: 60_000,
  });
}
