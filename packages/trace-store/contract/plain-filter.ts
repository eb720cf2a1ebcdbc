import { type Trace, traceKind } from "@trace-console/contracts/trace";
import {
  type FilterField,
  filterFields,
  type TraceQuery,
} from "@trace-console/contracts/trace-filter";

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
  return filterFields.every((field) => {
    const wanted: readonly string[] | undefined = query[field];
    const value = valueOf(trace, field);
    return (
      field === except || wanted === undefined || (value !== undefined && wanted.includes(value))
    );
  });
}
