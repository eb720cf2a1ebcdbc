import { useQuery } from "@tanstack/react-query";
import type { Project } from "@trace-console/contracts/console-api";
import { formatTraceQuery } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { fetchFacets, fetchTracePage } from "../api-client/trace-api.ts";
import { fetchBuckets } from "../histogram/histogram-api.ts";
import { staleTimeOfCount } from "../trace-list/trace-queries.ts";
import { fetchAddresses } from "./overview-api.ts";
import type { OverviewState } from "./overview-url.ts";
import { allTraces, failedTraces } from "./questions.ts";

/** What every card of the page is about. Cards with the same question share its answer. */
export interface OverviewScope extends OverviewState {
  readonly project: Project;
}

function keyOf(name: string, { project_id }: Project, query: TraceQuery): string[] {
  return ["overview", name, project_id, formatTraceQuery(query).toString()];
}

/** How many traces each operation, operator and trace status has. */
export function useCounts(project: Project, query: TraceQuery) {
  return useQuery({
    queryKey: keyOf("counts", project, query),
    queryFn: ({ signal }) => fetchFacets(project.project_id, query, signal, () => {}),
  });
}

/**
 * The addresses of the traces, exact once they are `done`.
 * @param isWanted whether to ask: all of the traces are read for it.
 */
export function useAddresses(project: Project, query: TraceQuery, isWanted: boolean) {
  return useQuery({
    queryKey: keyOf("addresses", project, query),
    queryFn: ({ client, queryKey, signal }) =>
      fetchAddresses(project.project_id, query, signal, (partial) =>
        client.setQueryData(queryKey, partial),
      ),
    staleTime: staleTimeOfCount,
    enabled: isWanted,
  });
}

/** The counts of all traces, and those of the failures among them. */
export function useAllAndFailed({ project, range }: OverviewScope) {
  const all = useCounts(project, allTraces(range));
  const failed = useCounts(project, failedTraces(range));
  return { all, failed };
}

/** The traces over time, in buckets of `width` ms. */
export function useActivity(project: Project, query: TraceQuery, width: number) {
  return useQuery({
    queryKey: [...keyOf("activity", project, query), width],
    queryFn: ({ signal }) => fetchBuckets(project.project_id, query, width, signal),
  });
}

/** The newest `limit` traces. */
export function useNewest(project: Project, query: TraceQuery, limit: number) {
  return useQuery({
    queryKey: [...keyOf("newest", project, query), limit],
    queryFn: ({ signal }) => fetchTracePage(project.project_id, query, { limit }, signal),
  });
}
