import type { Status } from "./bars.ts";

/** The colours of the trace statuses, as in the list. */
export const statusColors: Readonly<Record<Status, string>> = {
  normal: "var(--ok)",
  warning: "var(--warning)",
  incident: "var(--incident)",
  other: "var(--field-line)",
};

/** The id of the pattern of a status; `patterns` tells those of one histogram from another's. */
export function patternId(patterns: string, status: Status): string {
  return `${patterns}-${status}`;
}

/** What a status is filled with: most traces are normal, and plain. */
export function statusFill(patterns: string, status: Status): string {
  return status === "normal" ? statusColors.normal : `url(#${patternId(patterns, status)})`;
}
