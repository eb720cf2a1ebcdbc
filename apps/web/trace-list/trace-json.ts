import { orderForDialog } from "@trace-console/contracts/trace-display-order";
import type { Trace } from "@trace-console/contracts/trace";
import type { FormatTime } from "../language/use-format-time.ts";
import { escapeUnseen } from "../ui/unseen-characters.ts";

const indent = 4;
const timeFields = ["time", "record_time"];

function inDialogOrder(trace: Trace): [string, unknown][] {
  return orderForDialog(trace).map((field) => [field, trace[field]]);
}

/** One field's value as text for people: times in the browser's zone, objects as one-line JSON. */
export function formatFieldValue(field: string, value: unknown, formatTime: FormatTime): string {
  if (timeFields.includes(field) && typeof value === "number") return formatTime(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The trace as the dialog "View Trace" shows it: in its order, `time` and `record_time` as text. */
export function traceForDialog(
  trace: Trace,
  formatTime: FormatTime,
): Readonly<Record<string, unknown>> {
  const fields = inDialogOrder(trace).map(([field, value]): [string, unknown] => [
    field,
    timeFields.includes(field) ? formatFieldValue(field, value, formatTime) : value,
  ]);
  return Object.fromEntries(fields);
}

/**
 * The text of the dialog as long as nothing in it is unfolded: indented JSON. Invisible and
 * direction-changing characters are written as escapes, so that a hostile value can neither hide
 * nor reorder anything; the JSON means the same.
 */
export function formatTraceForDialog(trace: Trace, formatTime: FormatTime): string {
  return escapeUnseen(JSON.stringify(traceForDialog(trace, formatTime), null, indent));
}

/** The trace as it travels on the wire (times in ms), indented, in the order of the dialog. */
export function formatTraceForFile(trace: Trace): string {
  return JSON.stringify(Object.fromEntries(inDialogOrder(trace)), null, indent);
}

/** A file name made of the trace's id, with nothing in it that a file system could misread. */
export function traceFileName(trace: Trace): string {
  const id = trace.trace_id
    .replace(/[^A-Za-z0-9_-]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 100);
  return `trace-${id === "" ? "unnamed" : id}.json`;
}
