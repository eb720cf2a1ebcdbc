import type { Project } from "@trace-console/contracts/console-api";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { useZone } from "../time-zone/use-zone.ts";
import { traceListPath } from "./trace-list-path.ts";

/** Where the traces of a project are listed; see {@link traceListPath}. */
export function useTraceListPath(project: Project): (query: TraceQuery) => string {
  const zone = useZone();
  return (query) => traceListPath(project, query, zone);
}
