import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { filtersInForce, withFilter, withoutFilter } from "../trace-list/filters.ts";
import type { texts } from "../trace-list/texts.ts";

/** One thing that narrows a query, and the query without it. */
export interface Removal {
  /** Tells it from the others of the query, in any language. */
  readonly key: string;
  readonly label: string;
  readonly values: readonly string[];
  /** The query that lacks just this. */
  readonly query: TraceQuery;
}

/** The query with its time range alone: management traces, no filter. */
export function withoutFilters({ from, to }: TraceQuery): TraceQuery {
  return { trace_type: "system", from, to };
}

/**
 * All that narrows a query: each filter, and the trace type when it is data. The values that one
 * field may have go together, as any of them will do: with one less there are no more traces. Of
 * the values that are left out, each goes alone.
 */
export function removalsOf(
  query: TraceQuery,
  { filters, bar }: Pick<typeof texts.english, "filters" | "bar">,
): readonly Removal[] {
  const inForce = filtersInForce(query, filters);
  const removals = inForce.flatMap((filter): readonly Removal[] => {
    const { field, label, value } = filter;
    if (field === "text" || field.startsWith("not_")) {
      const key = `${field} ${value}`;
      return [{ key, label, values: [value], query: withoutFilter(query, filter) }];
    }
    const values = inForce.filter((other) => other.field === field).map((other) => other.value);
    if (value !== values[0]) return [];
    return [{ key: field, label, values, query: withFilter(query, field, []) }];
  });
  if (query.trace_type === "system") return removals;
  const kind: Removal = {
    key: "trace_type",
    label: bar.kind,
    values: [bar.kinds[query.trace_type]],
    query: { ...query, trace_type: "system" },
  };
  return [kind, ...removals];
}
