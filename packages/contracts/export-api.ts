import { z } from "zod";
import { opaqueIdSchema } from "./ids.ts";
import { exportColumns } from "./trace-columns.ts";
import { traceQuerySchema } from "./trace-filter.ts";

/** Exports of the console: `/api/projects/{project_id}/exports`. */

/** A table with commas, the wire JSON a line each, a workbook for spreadsheets. */
export const exportFormats = ["csv", "ndjson", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

const columnsSchema = z
  .array(z.enum(exportColumns))
  .min(1)
  .refine((columns) => new Set(columns).size === columns.length, "name each column once");

const timeZoneSchema = z.string().min(1).max(64).refine(isTimeZone, "UTC or a name of IANA");

/** Times are written by Temporal, which knows fewer names than Intl, but takes whole dates as well. */
function isTimeZone(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    return timeZone !== "" && Temporal.Now.zonedDateTimeISO(name).timeZoneId !== "";
  } catch {
    return false;
  }
}

/** How a table writes traces: its columns, in their order, and the zone of its times. */
export const tableFormSchema = z.strictObject({
  columns: columnsSchema.default([...exportColumns]),
  time_zone: timeZoneSchema.default("UTC"),
});
export type TableForm = z.infer<typeof tableFormSchema>;

/** `POST …/exports`: the body. NDJSON always is the wire JSON, whatever columns and zone are. */
export const newExportSchema = tableFormSchema.extend({ format: z.enum(exportFormats) });
/** What has no default may be left out. */
export type NewExport = z.input<typeof newExportSchema>;

/** `POST …/exports`: the reply. A query for which the traces are read has no total until then. */
export const createdExportSchema = z.object({
  export_id: opaqueIdSchema,
  file_name: z.string(),
  total: z.int().nonnegative().optional(),
});
export type CreatedExport = z.infer<typeof createdExportSchema>;

/** `waiting`: nobody has asked for the file yet. The last three are final. */
const exportStates = ["waiting", "running", "complete", "failed", "cancelled"] as const;

/** Why an export failed: its reader went away, the traces could not be read, or others go first. */
export const exportFailures = ["broken off", "not read", "too many"] as const;
export type ExportFailure = (typeof exportFailures)[number];

/** `GET …/exports/{export_id}`: how far an export is. */
export const exportProgressSchema = createdExportSchema.extend({
  state: z.enum(exportStates),
  reason: z.enum(exportFailures).optional(),
  /** Traces and bytes that were handed on so far. */
  traces: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** Of the whole file, in hexadecimal; only of a complete one. */
  sha256: z.string().optional(),
});
export type ExportProgress = z.infer<typeof exportProgressSchema>;

/** `GET …/exports/{export_id}/manifest`: what a complete file holds, and by what it is known. */
export const exportManifestSchema = z.object({
  file_name: z.string(),
  format: z.enum(exportFormats),
  /** Of the file as it was sent, in bytes and in hexadecimal. */
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  traces: z.int().nonnegative(),
  /** Not of NDJSON, which has all fields and times in ms. */
  columns: z.array(z.enum(exportColumns)).optional(),
  time_zone: z.string().optional(),
  region: z.string(),
  project_id: opaqueIdSchema,
  /** The filters, and `[from, to)` in ms since 1970. */
  query: traceQuerySchema,
  /** The same range in ISO 8601. */
  time_range: z.object({ from: z.string(), to: z.string() }),
  /** Newest first, by time and then by trace_id. */
  order: z.enum(["time descending, trace_id descending"]),
  export_id: opaqueIdSchema,
  exported_by: z.string(),
  /** ISO 8601. */
  started_at: z.string(),
  completed_at: z.string(),
});
export type ExportManifest = z.infer<typeof exportManifestSchema>;
