import type { Trace } from "@trace-console/contracts/trace";

// What the pages have to show, said once more in the words of the CTS User Guide: the console's own
// code is not asked.

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A time (ms since 1970) in the time zone of the tests: `Jul 3, 2024 11:26:32 GMT+08:00`. */
export function formatShanghai(ms: number): string {
  const local = new Date(ms + 8 * 3_600_000);
  const clock = local.toISOString().slice(11, 19);
  const month = months[local.getUTCMonth()] ?? "";
  return `${month} ${local.getUTCDate()}, ${local.getUTCFullYear()} ${clock} GMT+08:00`;
}

/** The texts of a trace's row, from Trace Name to Operation Time. */
export function cellsOf(trace: Trace): string[] {
  return [
    trace.trace_name,
    trace.resource_type ?? "",
    trace.service_type ?? "",
    trace.resource_id ?? "",
    trace.resource_name ?? "",
    trace.trace_rating ?? "",
    trace.user?.name ?? "",
    formatShanghai(trace.time),
  ];
}

const expandedOrder =
  "trace_id code trace_name resource_type trace_rating message source_ip domain_id trace_type " +
  "service_type event_type project_id resource_id tracker_name time resource_name user record_time";
const dialogOrder =
  "request trace_id code trace_name resource_type trace_rating api_version message source_ip " +
  "domain_id trace_type service_type event_type project_id response resource_id tracker_name time " +
  "resource_name user record_time read_only operation_id resource_account_id request_id " +
  "location_info endpoint resource_url enterprise_project_id user_agent content_length total_time";

function order(trace: Trace, names: string): string[] {
  const first = names.split(" ").filter((field) => Object.hasOwn(trace, field));
  const rest = Object.keys(trace).filter((field) => !first.includes(field));
  return [...first, ...rest.toSorted()];
}

function textOf(trace: Trace, field: string): string {
  const value = trace[field];
  if (field === "time" || field === "record_time") return formatShanghai(Number(value));
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Keys and values of an expanded row, in their order. */
export function detailsOf(trace: Trace): [string, string][] {
  return order(trace, expandedOrder)
    .filter((field) => field !== "request" && field !== "response")
    .map((field) => [field, textOf(trace, field)]);
}

/** The text of the dialog "View Trace". */
export function dialogTextOf(trace: Trace): string {
  const fields = order(trace, dialogOrder).map((field) => {
    const isTime = field === "time" || field === "record_time";
    return [field, isTime ? textOf(trace, field) : trace[field]];
  });
  return JSON.stringify(Object.fromEntries(fields), null, 4);
}

/** The text that Copy and Download give: the wire JSON in the dialog's order. */
export function fileTextOf(trace: Trace): string {
  const fields = order(trace, dialogOrder).map((field) => [field, trace[field]]);
  return JSON.stringify(Object.fromEntries(fields), null, 4);
}
