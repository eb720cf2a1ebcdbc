import { type Trace, traceKind } from "@trace-console/contracts/trace";
import type { FilterField } from "@trace-console/contracts/trace-filter";

/**
 * The fields with few distinct values. Their combinations are even fewer, so that each combination
 * is one number, the *kind*, and a filter on any of them becomes a set of kinds.
 */
export const kindFields = [
  "service_type",
  "resource_type",
  "trace_name",
  "trace_rating",
  "enterprise_project_id",
  "tracker_name",
] as const satisfies readonly FilterField[];

/** The fields with many distinct values: each has a column of numbers, one per distinct text. */
export const termFields = [
  "user",
  "access_key_id",
  "resource_id",
  "resource_name",
] as const satisfies readonly FilterField[];
export type TermField = (typeof termFields)[number];

export function isTermField(field: FilterField): field is TermField {
  return termFields.some((known) => known === field);
}

/** What is told apart by a kind, in the order in which it is stored. Absent fields are null. */
export type KindKey = readonly (string | null)[];

/** The key of the kind of a trace: project, trace kind, then {@link kindFields}. */
export function kindKey(project_id: string, trace: Trace): KindKey {
  return [project_id, traceKind(trace), ...kindFields.map((field) => trace[field] ?? null)];
}

/** The value of a many-valued filter field, undefined when the trace has none. */
export function termOf(trace: Trace, field: TermField): string | undefined {
  switch (field) {
    case "user":
      return trace.user?.name;
    case "access_key_id":
      return trace.user?.access_key_id;
    case "resource_id":
    case "resource_name":
      return trace[field];
  }
}

/** Reads a kind's key as {@link kindKey} wrote it, in JSON. */
export function parseKindKey(text: string): KindKey {
  const key: unknown = JSON.parse(text);
  if (!Array.isArray(key)) throw new TypeError("a kind of a day file is not readable");
  return key.map((value: unknown) => (typeof value === "string" ? value : null));
}
