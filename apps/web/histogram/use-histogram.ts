import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { formatTraceQuery } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { behindList } from "../api-client/behind-list.ts";
import { staleTimeOfCount } from "../trace-list/trace-queries.ts";
import { fetchHistogram } from "./histogram-api.ts";

/** The matching traces over time; those of the query before stay until the new ones are there. */
export function useHistogram(projectId: string, query: TraceQuery) {
  return useQuery({
    queryKey: ["histogram", projectId, formatTraceQuery(query).toString()],
    queryFn: async ({ client, queryKey, signal }) => {
      await behindList(client, projectId);
      return fetchHistogram(projectId, query, signal, (counted) =>
        client.setQueryData(queryKey, counted),
      );
    },
    staleTime: staleTimeOfCount,
    placeholderData: keepPreviousData,
  });
}
