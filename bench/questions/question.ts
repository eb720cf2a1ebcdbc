/** The fields that the benchmark filters by and counts. */
export const benchFields = [
  "service_type",
  "resource_type",
  "trace_name",
  "user",
  "trace_rating",
  "enterprise_project_id",
  "tracker_name",
] as const;
export type BenchField = (typeof benchFields)[number];
export type QueryField = BenchField | "resource_id";

export type Values = Readonly<Partial<Record<QueryField, readonly string[]>>>;

/** Which traces are asked for; of one field any value, of several fields all. */
export interface BenchQuery {
  /** ms since 1970, half-open. */
  readonly from: number;
  readonly to: number;
  readonly is: Values;
  readonly isNot: Values;
  /** Case-insensitive substring of the trace's text; holds nothing that JSON escapes. */
  readonly text?: string;
}

/** One question of a row: the same for every engine, whose answers must be equal. */
export type Question =
  | { readonly kind: "page" | "count" | "facets" | "histogram"; readonly query: BenchQuery }
  | { readonly kind: "find"; readonly trace_id: string };

/** How many traces a page has. */
export const pageLength = 50;
export const hourMs = 3_600_000;
