import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  usePrefetchInfiniteQuery,
  useQuery,
} from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import { formatTraceQuery } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { behindList, listsKey } from "../api-client/behind-list.ts";
import {
  fetchFacets,
  fetchOperators,
  fetchTotals,
  fetchTracePage,
} from "../api-client/trace-api.ts";

function keyOf(name: string, projectId: string, query: TraceQuery): string[] {
  return [name, projectId, formatTraceQuery(query).toString()];
}

/** Under which key the pages of a list are kept. */
export function pagesKey(projectId: string, listKey: string): string[] {
  return [...listsKey(projectId), listKey];
}

function pagesOf(projectId: string, query: TraceQuery, listKey: string) {
  return infiniteQueryOptions({
    queryKey: pagesKey(projectId, listKey),
    queryFn: ({ pageParam, signal }) =>
      fetchTracePage(projectId, query, { next: pageParam }, signal),
    initialPageParam: startOfList(),
    getNextPageParam: (page) => page.next,
    // Pages do not change. To compare them, where Live has put others before, would take long.
    structuralSharing: false,
  });
}

/** Whether the list could not be had at all: that is told in its place, once for all of the page. */
export function useIsListMissing(projectId: string, query: TraceQuery, listKey: string): boolean {
  return useTracePages(projectId, query, listKey).isLoadingError;
}

/**
 * The traces that match, page by page. `listKey` names the list: the query itself, or that of Live,
 * whose list stays one while its query moves on.
 */
export function useTracePages(projectId: string, query: TraceQuery, listKey: string) {
  return useInfiniteQuery(pagesOf(projectId, query, listKey));
}

/**
 * Asks for the first page before anything of it is drawn: ahead of all counts, which take the
 * server longer and would be answered first.
 */
export function useTracesFirst(projectId: string, query: TraceQuery, listKey: string): void {
  usePrefetchInfiniteQuery(pagesOf(projectId, query, listKey));
}

/** Asks for the list that a filter leads to, while the page is still being drawn for it. */
export function askTracesAhead(client: QueryClient, projectId: string, query: TraceQuery): void {
  const [, , listKey = ""] = keyOf("traces", projectId, query);
  void client.prefetchInfiniteQuery(pagesOf(projectId, query, listKey));
}

// The first page has no `next`.
function startOfList(): string | null {
  return null;
}

/** What is counted to the end stays; a count that was left half-way is asked for again. */
export function staleTimeOfCount({ state }: { state: { data?: { done: boolean } | undefined } }) {
  return state.data?.done === true ? Infinity : 0;
}

/**
 * How many traces match, exactly once it is `done`; the list does not wait for it. The count of a
 * list that goes on (see {@link useTracePages}) stays until the next one is there.
 */
export function useTotals(projectId: string, query: TraceQuery, listKey: string) {
  return useQuery({
    queryKey: [...keyOf("totals", projectId, query), listKey],
    queryFn: async ({ client, queryKey, signal }) => {
      await behindList(client, projectId);
      return fetchTotals(projectId, query, signal, (totals) =>
        client.setQueryData(queryKey, totals),
      );
    },
    staleTime: staleTimeOfCount,
    placeholderData: (totals, before) => (before?.queryKey[3] === listKey ? totals : undefined),
  });
}

/** The values to choose from; those of the query before stay until the new ones are there. */
export function useFacets(projectId: string, query: TraceQuery) {
  return useQuery({
    queryKey: keyOf("facets", projectId, query),
    queryFn: async ({ client, queryKey, signal }) => {
      await behindList(client, projectId);
      return fetchFacets(projectId, query, signal, (facets) =>
        client.setQueryData(queryKey, facets),
      );
    },
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
