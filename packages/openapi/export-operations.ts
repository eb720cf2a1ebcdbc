import {
  createdExportSchema,
  exportManifestSchema,
  exportProgressSchema,
  newExportSchema,
} from "@trace-console/contracts/export-api";
import { done, type Operation, type QueryParameter } from "./operation.ts";

/**
 * Exports of the console.
 *
 * @param path of all of them in a project.
 * @param query of the traces.
 */
export function exportOperations(
  path: string,
  query: readonly QueryParameter[],
): readonly Operation[] {
  const one = `${path}/{export_id}`;
  return [
    {
      method: "post",
      path,
      summary: "Makes an export of all traces that match; its file is fetched next.",
      query,
      body: newExportSchema,
      reply: { status: 201, schema: createdExportSchema },
    },
    {
      method: "get",
      path: one,
      summary: "How far an export is.",
      reply: { status: 200, schema: exportProgressSchema },
    },
    {
      method: "delete",
      path: one,
      summary: "Cancels an export: its file is broken off.",
      reply: done,
    },
    {
      method: "get",
      path: `${one}/file`,
      summary: "The file of an export, once.",
      reply: { status: 200, mediaType: "*/*" },
    },
    {
      method: "get",
      path: `${one}/manifest`,
      summary: "What a complete export holds: query, count, SHA-256.",
      reply: { status: 200, schema: exportManifestSchema },
    },
  ];
}
