import {
  type CreatedExport,
  type ExportProgress,
  type NewExport,
  createdExportSchema,
  exportProgressSchema,
} from "@trace-console/contracts/export-api";
import { formatTraceQuery } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { requestJson, requestNothing } from "../api-client/request.ts";

/** Makes an export of all traces that match. @returns its address, and what its file is called. */
export async function makeExport(
  projectId: string,
  query: TraceQuery,
  body: NewExport,
): Promise<CreatedExport & { readonly path: string }> {
  const all = `/api/projects/${encodeURIComponent(projectId)}/exports`;
  const created = await requestJson(`${all}?${formatTraceQuery(query)}`, createdExportSchema, {
    method: "POST",
    body,
  });
  return { ...created, path: `${all}/${created.export_id}` };
}

/** How far the export at an address is. */
export function fetchProgress(path: string, signal: AbortSignal): Promise<ExportProgress> {
  return requestJson(path, exportProgressSchema, { signal });
}

/** Ends the export at an address, so that its file is broken off. */
export function cancelExport(path: string): Promise<void> {
  return requestNothing(path, { method: "DELETE" });
}
