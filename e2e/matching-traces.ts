import { type Trace, traceKind } from "@trace-console/contracts/trace";
import {
  type FilterField,
  type TraceQuery,
  excludedField,
  filterFields,
  managementOnlyFields,
} from "@trace-console/contracts/trace-filter";

// What a query has to find, said once more as docs/api.md says it: the store is not asked.

/** The value that a filter compares, if the trace has one. */
export function valueOf(trace: Trace, field: FilterField): string | undefined {
  if (field === "user") return trace.user?.name;
  if (field === "access_key_id") return trace.user?.access_key_id;
  return trace[field];
}

/** Every text of a value, however deep; keys are none. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/**
 * Whether a trace matches.
 *
 * @param without a field whose filters do not count, as for the counts beside its own values
 */
export function matches(trace: Trace, query: TraceQuery, without?: FilterField): boolean {
  const { from, to, trace_type, text } = query;
  if (trace.time < from || trace.time >= to || traceKind(trace) !== trace_type) return false;
  const found = (text ?? "").toLowerCase();
  if (!textsIn(trace).some((one) => one.toLowerCase().includes(found))) return false;
  return filterFields
    .filter((field) => field !== without)
    .filter((field) => trace_type === "system" || !managementOnlyFields.includes(field))
    .every((field) => {
      const value = valueOf(trace, field);
      const is = (values: readonly string[] = []) => value !== undefined && values.includes(value);
      const wanted = query[field] ?? [];
      return (wanted.length === 0 || is(wanted)) && !is(query[excludedField(field)]);
    });
}
