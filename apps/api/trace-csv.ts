import { type Trace, traceSchema } from "@trace-console/contracts/trace";
import { stringify } from "csv-stringify/sync";

/** The columns: those of the Trace List first, then what an auditor filters a sheet by. */
const columns = [
  "time",
  "trace_name",
  "resource_type",
  "service_type",
  "resource_id",
  "resource_name",
  "trace_rating",
  "user",
  "source_ip",
  "trace_type",
  "code",
  "trace_id",
  "record_time",
  "message",
  "request",
  "response",
  "request_id",
  "api_version",
  "operation_id",
  "read_only",
  "event_type",
  "tracker_name",
  "enterprise_project_id",
  "resource_account_id",
  "domain_id",
  "project_id",
  "access_key_id",
  "user_agent",
  "endpoint",
  "resource_url",
  "location_info",
] as const;

/** What a spreadsheet may take for a formula (ASVS 1.2.10), full-width forms included. */
const formulaStart = /^[=+\-@\t\r\n\0＝＋－＠]/;

function cellOf(trace: Trace, column: (typeof columns)[number]): string {
  if (column === "user") return trace.user?.name ?? "";
  if (column === "access_key_id") return trace.user?.access_key_id ?? "";
  const value = trace[column];
  if (value === undefined) return "";
  if (column === "time" || column === "record_time") return new Date(Number(value)).toISOString();
  return String(value);
}

const options = { quoted: true, record_delimiter: "\r\n" } as const;

/** The first line, behind a byte order mark without which spreadsheets misread Chinese. */
export function formatCsvHeader(): string {
  return stringify([[...columns]], { ...options, bom: true });
}

/**
 * Stored traces as lines of CSV (RFC 4180). A cell that a spreadsheet might run is preceded by an
 * apostrophe; times are ISO 8601 in UTC. CSV is a view: the faithful form is the JSON.
 */
export function formatCsvRows(wires: readonly string[]): string {
  const rows = wires.map((wire) => {
    const trace = traceSchema.parse(JSON.parse(wire));
    return columns.map((column) => {
      const cell = cellOf(trace, column);
      return formulaStart.test(cell) ? `'${cell}` : cell;
    });
  });
  return stringify(rows, options);
}
