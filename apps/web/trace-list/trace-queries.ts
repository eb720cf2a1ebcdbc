import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import { formatTraceQuery } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import {
  fetchFacets,
  fetchOperators,
  fetchTotals,
  fetchTracePage,
} from "../api-client/trace-api.ts";

function keyOf(name: string, projectId: string, query: TraceQuery): string[] {
  return [name, projectId, formatTraceQuery(query).toString()];
}

/** The traces that match, page by page. */
export function useTracePages(projectId: string, query: TraceQuery) {
  return useInfiniteQuery({
    queryKey: keyOf("traces", projectId, query),
    queryFn: ({ pageParam, signal }) => fetchTracePage(projectId, query, pageParam, signal),
    initialPageParam: startOfList(),
    getNextPageParam: (page) => page.next,
  });
}

// The first page has no `next`.
function startOfList(): string | null {
  return null;
}

/** What is counted to the end stays; a count that was left half-way is asked for again. */
export function staleTimeOfCount({ state }: { state: { data?: { done: boolean } | undefined } }) {
  return state.data?.done === true ? Infinity : 0;
}

/** How many traces match, exactly once it is `done`; the list does not wait for it. */
export function useTotals(projectId: string, query: TraceQuery) {
  return useQuery({
    queryKey: keyOf("totals", projectId, query),
    queryFn: ({ client, queryKey, signal }) =>
      fetchTotals(projectId, query, signal, (totals) => client.setQueryData(queryKey, totals)),
    staleTime: staleTimeOfCount,
  });
}

/** The values to choose from; those of the query before stay until the new ones are there. */
export function useFacets(projectId: string, query: TraceQuery) {
  return useQuery({
    queryKey: keyOf("facets", projectId, query),
    queryFn: ({ client, queryKey, signal }) =>
      fetchFacets(projectId, query, signal, (facets) => client.setQueryData(queryKey, facets)),
    staleTime: staleTimeOfCount,
    placeholderData: keepPreviousData,
  });
}

/** The operators of the project in the last 30 days. */
export function useOperators(projectId: string) {
  return useQuery({
    queryKey: ["operators", projectId],
    queryFn: ({ signal }) => fetchOperators(projectId, signal),
    staleTime: 60_000,
  });
}

/** Asks for the same query once more, from the first page on. */
export function askAgain(client: QueryClient, projectId: string, query: TraceQuery): void {
  for (const name of ["traces", "totals"]) {
    void client.resetQueries({ queryKey: keyOf(name, projectId, query) });
  }
  for (const name of ["facets", "histogram"]) {
    void client.invalidateQueries({ queryKey: keyOf(name, projectId, query) });
  }
  void client.invalidateQueries({ queryKey: ["operators", projectId] });
}
