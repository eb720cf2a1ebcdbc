import { type Trace, traceRatings } from "@trace-console/contracts/trace";
import {
  type FilterField,
  type TraceQuery,
  excludedField,
  traceQuerySchema,
} from "@trace-console/contracts/trace-filter";
import fc from "fast-check";
import { valueOf } from "./matching-traces.ts";

const hour = 3_600_000;
const lengths = [1, 3, 24, 72, 168].map((hours) => hours * hour);
const combined = [
  "service_type",
  "resource_type",
  "trace_name",
  "resource_name",
  "user",
  "trace_rating",
  "tracker_name",
] as const satisfies readonly FilterField[];

/** Values of a field that traces have, so that most combinations find something. */
function valuesOf(traces: readonly Trace[], field: FilterField): string[] {
  const values = new Set(traces.flatMap((trace) => valueOf(trace, field) ?? []));
  // Only the known statuses can be asked for.
  return [...values].filter(
    (value) => field !== "trace_rating" || traceRatings.some((rating) => rating === value),
  );
}

/** Asks for some values of a field in two of ten queries, leaves some out in one, else lets it be. */
function filterOf(traces: readonly Trace[], field: FilterField) {
  const value = fc.constantFrom(...valuesOf(traces, field));
  const some = fc.uniqueArray(value, { minLength: 1, maxLength: 4 });
  return fc.oneof(
    { weight: 7, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: some.map((values) => [[field, values] as const]) },
    { weight: 1, arbitrary: some.map((values) => [[excludedField(field), values] as const]) },
  );
}

/**
 * Any combination of filters over these traces: values, exclusions, a text, a time range that ends
 * at `end` (ms since 1970) or up to six days before it, and the trace type.
 */
export function randomQuery(
  traces: readonly Trace[],
  texts: readonly string[],
  end: number,
): fc.Arbitrary<TraceQuery> {
  return fc
    .record({
      trace_type: fc.constantFrom("system", "system", "system", "system", "data" as const),
      text: fc.option(fc.constantFrom(...texts), { nil: undefined, freq: 4 }),
      length: fc.constantFrom(...lengths),
      back: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 * 24 * hour })),
      filters: fc.tuple(...combined.map((field) => filterOf(traces, field))),
    })
    .map(({ trace_type, text, length, back, filters }) =>
      traceQuerySchema.parse({
        ...Object.fromEntries(filters.flat()),
        text,
        trace_type,
        from: end - back - length,
        to: end - back,
      }),
    );
}
