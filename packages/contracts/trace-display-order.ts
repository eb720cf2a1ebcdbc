import { traceSchema } from "./trace.ts";

/** The 18 fields of an expanded row, in the order of the old edition of the CTS console. */
const expandedRowFields = [
  "trace_id",
  "code",
  "trace_name",
  "resource_type",
  "trace_rating",
  "message",
  "source_ip",
  "domain_id",
  "trace_type",
  "service_type",
  "event_type",
  "project_id",
  "resource_id",
  "tracker_name",
  "time",
  "resource_name",
  "user",
  "record_time",
] as const;

/** The order of the dialog "View Trace" in the old edition, then three that the new one shows. */
const dialogFields = [
  "request",
  "trace_id",
  "code",
  "trace_name",
  "resource_type",
  "trace_rating",
  "api_version",
  "message",
  "source_ip",
  "domain_id",
  "trace_type",
  "service_type",
  "event_type",
  "project_id",
  "response",
  "resource_id",
  "tracker_name",
  "time",
  "resource_name",
  "user",
  "record_time",
  "read_only",
  "operation_id",
  "resource_account_id",
] as const;

/**
 * The fields that `trace` holds, in the order of its expanded row: the 18, then all others but
 * request and response alphabetically.
 */
export function orderForExpandedRow(trace: Readonly<Record<string, unknown>>): string[] {
  const first: readonly string[] = expandedRowFields;
  const rest = Object.keys(trace)
    .filter((field) => !first.includes(field) && field !== "request" && field !== "response")
    .toSorted();
  return [...first.filter((field) => Object.hasOwn(trace, field)), ...rest];
}

/**
 * The fields that `trace` holds, in the order of the dialog "View Trace": the dialog's own order,
 * then the other known ones in the order of the trace structure, then unknown ones alphabetically.
 */
export function orderForDialog(trace: Readonly<Record<string, unknown>>): string[] {
  const known = [...new Set<string>([...dialogFields, ...Object.keys(traceSchema.shape)])];
  const unknown = Object.keys(trace)
    .filter((field) => !known.includes(field))
    .toSorted();
  return [...known.filter((field) => Object.hasOwn(trace, field)), ...unknown];
}
