import { skipToken, useQuery } from "@tanstack/react-query";
import { type Trace, traceSchema } from "@trace-console/contracts/trace";
import { RequestFailure, requestJson } from "../api-client/request.ts";

/** One trace of a project, by its id. */
function fetchTrace(projectId: string, traceId: string, signal: AbortSignal): Promise<Trace> {
  const [project, trace] = [encodeURIComponent(projectId), encodeURIComponent(traceId)];
  return requestJson(`/api/projects/${project}/traces/${trace}`, traceSchema, { signal });
}

/** The trace with this id: the one that is `loaded` already, else the service is asked for it. */
export function useLinkedTrace(
  projectId: string,
  traceId: string | null,
  loaded: Trace | undefined,
) {
  return useQuery({
    queryKey: ["trace", projectId, traceId],
    queryFn: traceId === null ? skipToken : ({ signal }) => fetchTrace(projectId, traceId, signal),
    initialData: traceId === null ? undefined : loaded,
  });
}

/** Whether the service has no such trace, or none that this user may read. */
export function isMissing(error: Error): boolean {
  return error instanceof RequestFailure && error.status === 404;
}
