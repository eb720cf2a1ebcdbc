import {
  excludedField,
  filterFields,
  managementOnlyFields,
} from "@trace-console/contracts/trace-filter";
import type { FilterField, TraceQuery } from "@trace-console/contracts/trace-filter";

/** A parameter and its value. */
export type Parameter = readonly [name: string, value: string];

/** A filter with several values. */
export interface ValueList {
  readonly field: FilterField;
  readonly values: readonly string[];
}

/** A query of the console in calls of ListTraces, which takes one value of a filter at a time. */
export interface WireCalls {
  /** What all calls have in common, `from` and `to` first. */
  readonly shared: readonly Parameter[];
  /** A call is made for each value: a trace has one value of a field, so that none comes twice. */
  readonly each: readonly ValueList[];
  /** What ListTraces cannot be asked for: without it, more traces are found. */
  readonly left: readonly Parameter[];
}

/** Writes a query of the console as calls of ListTraces. */
export function toWireCalls(query: TraceQuery): WireCalls {
  const { trace_type, from, to, text } = query;
  // Both ends are exclusive there, and times are whole.
  const shared: Parameter[] = [
    ["from", String(from - 1)],
    ["to", String(to)],
    ["trace_type", trace_type],
  ];
  const each: ValueList[] = [];
  const left: Parameter[] = [];
  for (const field of filterFields) {
    // Ignored for data traces here as well as there.
    if (trace_type === "data" && managementOnlyFields.includes(field)) continue;
    const values: readonly string[] = query[field] ?? [];
    const [only, ...more] = values;
    // Of management traces ListTraces asks no tracker: they have one.
    if (field === "source_ip" || (field === "tracker_name" && trace_type === "system")) {
      left.push(...values.map((value) => [field, value] as const));
    } else if (more.length > 0) each.push({ field, values });
    else if (only !== undefined) shared.push([field, only]);
    const excluded = excludedField(field);
    for (const value of query[excluded] ?? []) left.push([excluded, value]);
  }
  if (text !== undefined) left.push(["text", text]);
  return { shared, each, left };
}
