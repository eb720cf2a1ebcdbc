import { useQuery } from "@tanstack/react-query";
import { formatTraceQuery } from "@trace-console/contracts/trace-filter";
import { askService } from "./ask.ts";
import { findReasons } from "./find-reasons.ts";
import type { Findings } from "./find-reasons.ts";
import type { Emptiness } from "./questions.ts";

const day = 86_400_000;

/** The moment since which traces are kept, ms since 1970. */
export function keptSince(now: number, retentionDays: number): number {
  return now - retentionDays * day;
}

/**
 * Why a query is empty, answer by answer; asked again, only what has failed. Kept no longer than
 * it is shown, as the next trace may change it.
 */
export function useReasons(
  projectId: string,
  { query, removals }: Pick<Emptiness, "query" | "removals">,
  retentionDays: number,
) {
  return useQuery({
    queryKey: ["why-empty", projectId, formatTraceQuery(query).toString()],
    queryFn: ({ client, queryKey, signal }) =>
      findReasons(
        { query, removals, keptFrom: keptSince(Date.now(), retentionDays) },
        {
          ask: askService(projectId, signal),
          signal,
          known: client.getQueryData<Findings>(queryKey)?.answers ?? [],
          tell: (findings) => client.setQueryData(queryKey, findings),
        },
      ),
    gcTime: 0,
  });
}
