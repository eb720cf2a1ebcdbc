import { type Trace, traceKind } from "@trace-console/contracts/trace";
import type { FilterField } from "@trace-console/contracts/trace-filter";

/**
 * The fields with few distinct values. Their combinations, with the trace kind, are few too: each
 * combination is one number, the *kind*, and a filter on any of them is a set of kinds.
 */
export const kindFields = [
  "service_type",
  "resource_type",
  "trace_name",
  "trace_rating",
  "enterprise_project_id",
  "tracker_name",
] as const satisfies readonly FilterField[];

/** The fields with so many values that only hashes of them are in memory. */
export const hashedFields = ["access_key_id", "resource_id", "resource_name"] as const;
export type HashedField = (typeof hashedFields)[number];

/** The fields that only the bodies tell: a column of them would take room on disk for each trace. */
export const bodyFields = ["source_ip"] as const satisfies readonly FilterField[];

/** What is told apart by a kind: the trace kind, then {@link kindFields}. Absent is null. */
export type KindKey = readonly (string | null)[];

/** The key of the kind of a trace, as JSON: texts in it may hold anything. */
export function kindKey(trace: Trace): string {
  return JSON.stringify([traceKind(trace), ...kindFields.map((field) => trace[field] ?? null)]);
}

/** Reads a key that {@link kindKey} made. */
export function parseKindKey(text: string): KindKey {
  const key: unknown = JSON.parse(text);
  if (!isKindKey(key)) throw new TypeError("a kind of the store is not readable");
  return key;
}

function isKindKey(key: unknown): key is KindKey {
  return Array.isArray(key) && key.every((value) => value === null || typeof value === "string");
}

/** The value of a hashed field, undefined when the trace has none. */
export function hashedValue(trace: Trace, field: HashedField): string | undefined {
  return field === "access_key_id" ? trace.user?.access_key_id : trace[field];
}
