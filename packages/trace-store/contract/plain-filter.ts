import { type Trace, traceKind } from "@trace-console/contracts/trace";
import {
  excludedField,
  type FilterField,
  filterFields,
  type TraceQuery,
} from "@trace-console/contracts/trace-filter";

import type { Bucket, FacetValue } from "../trace-store.ts";

/** The value of a trace that a filter looks at, the obvious way. */
export function valueOf(trace: Trace, field: FilterField): string | undefined {
  if (field === "user") return trace.user?.name;
  if (field === "access_key_id") return trace.user?.access_key_id;
  return trace[field];
}

/** Whether a trace matches a query; `except` is a field whose filter is left out. */
export function matches(trace: Trace, query: TraceQuery, except?: FilterField): boolean {
  if (trace.time < query.from || trace.time >= query.to) return false;
  if (traceKind(trace) !== query.trace_type) return false;
  if (query.text !== undefined && !holds(trace, query.text.toLowerCase())) return false;
  return filterFields.every((field) => {
    const wanted: readonly string[] | undefined = query[field];
    const unwanted: readonly string[] = query[excludedField(field)] ?? [];
    const value = valueOf(trace, field);
    if (field === except) return true;
    return value === undefined
      ? wanted === undefined
      : !unwanted.includes(value) && (wanted?.includes(value) ?? true);
  });
}

/** Whether some text in a value, keys left out, holds a lower-case text. */
function holds(value: unknown, text: string): boolean {
  if (typeof value === "string") return value.toLowerCase().includes(text);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((inner: unknown) => holds(inner, text));
}

/** The addresses of traces, the obvious way: more frequent ones first, then by value. */
export function plainAddresses(traces: readonly Trace[]): FacetValue[] {
  const withAddress = traces.filter(({ source_ip }) => source_ip !== undefined && source_ip !== "");
  return [...Map.groupBy(withAddress, ({ source_ip = "" }) => source_ip)]
    .map(([value, ofAddress]) => ({ value, count: ofAddress.length }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** The histogram of traces, the obvious way: buckets that hold one, oldest first. */
export function plainHistogram(traces: readonly Trace[], bucketMs: number): Bucket[] {
  const buckets = Map.groupBy(traces, ({ time }) => Math.floor(time / bucketMs) * bucketMs);
  const count = (ofBucket: readonly Trace[], rating: string) =>
    ofBucket.filter((trace) => trace.trace_rating === rating).length;
  return [...buckets]
    .toSorted(([a], [b]) => a - b)
    .map(([from, ofBucket]) => {
      const [normal, warning, incident] = [
        count(ofBucket, "normal"),
        count(ofBucket, "warning"),
        count(ofBucket, "incident"),
      ];
      const other = ofBucket.length - normal - warning - incident;
      return { from, normal, warning, incident, other };
    });
}
