import { type Trace, traceKind } from "@trace-console/contracts/trace";
import { maxValueLength } from "@trace-console/contracts/trace-filter";
import type { TraceFilter } from "@trace-console/contracts/trace-filter";
import { firstGiven } from "./given-text.ts";

function valuesOf(text: string | undefined): string[] | undefined {
  return text === undefined || text === "" || text.length > maxValueLength ? undefined : [text];
}

/**
 * The filter that finds all traces of the resource of a trace: its id, which is unique within its
 * service. Null when the trace names no resource (a blank id never joins), and for data traces,
 * which cannot be asked for by their resource (API reference, ListTraces).
 */
export function resourceQuery(trace: Trace): TraceFilter | null {
  const resource_id = valuesOf(firstGiven(trace.resource_id));
  if (resource_id === undefined || traceKind(trace) === "data") return null;
  return { trace_type: "system", service_type: valuesOf(trace.service_type), resource_id };
}

/** The filter that finds all traces of the operation of a trace, on whatever resource. */
export function operationQuery(trace: Trace): TraceFilter {
  return {
    trace_type: traceKind(trace),
    service_type: valuesOf(trace.service_type),
    trace_name: valuesOf(trace.trace_name),
  };
}
