import type { Project } from "@trace-console/contracts/console-api";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { withZone } from "../time-zone/zone-param.ts";
import { formatTraceListUrl } from "../trace-list/trace-list-url.ts";

/**
 * The address of the Trace List of just these traces, in the time zone of the page. Its times are
 * absolute and no preset's: the list shows what was counted here, also when it is asked for again.
 */
export function traceListPath(
  { region, project_id }: Pick<Project, "region" | "project_id">,
  query: TraceQuery,
  zone: string,
): string {
  const scope = new URLSearchParams({ region, project: project_id });
  return `/trace-list?${withZone(formatTraceListUrl(scope, { query, preset: null }), zone)}`;
}
