import { z } from "zod";
import { traceKinds, traceRatings } from "./trace.ts";

/**
 * What a trace can be filtered by, under the wire names of ListTraces; `user` is `user.name`, and
 * `source_ip` is a filter of the console alone.
 */
export const filterFields = [
  "service_type",
  "resource_type",
  "trace_name",
  "resource_id",
  "resource_name",
  "user",
  "trace_rating",
  "access_key_id",
  "enterprise_project_id",
  "tracker_name",
  "source_ip",
] as const;
export type FilterField = (typeof filterFields)[number];

/** The filters that only management traces have: ignored for data traces (API reference, ListTraces). */
export const managementOnlyFields: readonly FilterField[] = [
  "service_type",
  "resource_type",
  "trace_name",
  "resource_id",
  "resource_name",
  "user",
  "trace_rating",
];

/** The parameter that leaves the values of a field out: `not_user=li.wei`. */
export function excludedField<Field extends FilterField>(field: Field): `not_${Field}` {
  return `not_${field}` as const;
}

export type ExcludedField = ReturnType<typeof excludedField<FilterField>>;

/** Longest text that is searched for, in UTF-16 units: it is compared with every trace that may hold it. */
export const maxTextLength = 256;

/** Most values of one field: each is compared, and a list of more is a job for an export. */
export const maxValues = 100;
/** Longest value of a filter, in UTF-16 units: object keys, the longest names there are, have 1,023 bytes. */
export const maxValueLength = 1_024;

const values = z.array(z.string().min(1).max(maxValueLength)).max(maxValues).optional();

/**
 * Which traces are asked for. Several values of one field: any of them. Several fields: all of
 * them. `not_…`: none of these values; a trace without a value stays. Matching is exact and
 * case-sensitive, but for `text`: some text of the trace (no key, no number) holds it, whatever
 * the case.
 */
export const traceFilterSchema = z.object({
  trace_type: z.enum(traceKinds),
  service_type: values,
  resource_type: values,
  trace_name: values,
  resource_id: values,
  resource_name: values,
  user: values,
  trace_rating: z.array(z.enum(traceRatings)).optional(),
  access_key_id: values,
  enterprise_project_id: values,
  tracker_name: values,
  source_ip: values,
  not_service_type: values,
  not_resource_type: values,
  not_trace_name: values,
  not_resource_id: values,
  not_resource_name: values,
  not_user: values,
  not_trace_rating: z.array(z.enum(traceRatings)).optional(),
  not_access_key_id: values,
  not_enterprise_project_id: values,
  not_tracker_name: values,
  not_source_ip: values,
  text: z.string().min(1).max(maxTextLength).optional(),
});
export type TraceFilter = z.infer<typeof traceFilterSchema>;

/**
 * Whether the traces themselves are read to tell which of them match, as no index tells it: what is
 * counted under such a filter takes time, and comes in lines.
 */
export function readsTraces({ text, source_ip, not_source_ip }: TraceFilter): boolean {
  return text !== undefined || source_ip !== undefined || not_source_ip !== undefined;
}

/**
 * The query of the console, of `/api/projects/{project_id}/…` and of the page's URL: the filter and
 * a half-open time range `[from, to)` in ms.
 */
export const traceQuerySchema = traceFilterSchema.extend({
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
});
export type TraceQuery = z.infer<typeof traceQuerySchema>;

const timeFromText = z
  .string()
  .regex(/^\d{1,16}$/, "a time in ms since 1970")
  .transform(Number);

const traceQueryTextSchema = z.object({
  ...traceFilterSchema.shape,
  trace_type: z.preprocess((value) => value ?? ["system"], z.tuple([z.enum(traceKinds)])),
  from: z.tuple([timeFromText]),
  to: z.tuple([timeFromText]),
  text: z.tuple([z.string().max(maxTextLength)]).optional(),
});

/**
 * Reads a trace query from URL parameters (`service_type=ModelArts&user=a&user=b&from=…&to=…`).
 * Empty values count as absent and unknown parameters are ignored. Filters that only management
 * traces have are dropped for data traces.
 *
 * @returns the query, or the name of the first parameter that does not fit and why.
 */
export function parseTraceQuery(
  params: URLSearchParams,
): { ok: true; query: TraceQuery } | { ok: false; field: string; reason: string } {
  const given: Record<string, string[]> = {};
  for (const [name, text] of params) {
    if (text === "" || !Object.hasOwn(traceQueryTextSchema.shape, name)) continue;
    const texts = (given[name] ??= []);
    if (!texts.includes(text)) texts.push(text);
  }
  const parsed = traceQueryTextSchema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      ok: false,
      field: String(issue?.path[0] ?? "query"),
      reason: issue?.message ?? "invalid",
    };
  }
  const { trace_type, from, to, text, ...fields } = parsed.data;
  const query: TraceQuery = { ...fields, trace_type: trace_type[0], from: from[0], to: to[0] };
  if (text !== undefined) query.text = text[0];
  if (query.trace_type === "data") {
    for (const field of managementOnlyFields) {
      delete query[field];
      delete query[excludedField(field)];
    }
  }
  return { ok: true, query };
}

/** Writes a trace query as URL parameters, the form that {@link parseTraceQuery} reads. */
export function formatTraceQuery(query: TraceQuery): URLSearchParams {
  const params = new URLSearchParams();
  params.set("from", String(query.from));
  params.set("to", String(query.to));
  if (query.trace_type !== "system") params.set("trace_type", query.trace_type);
  for (const field of filterFields) {
    for (const value of query[field] ?? []) params.append(field, value);
    const excluded = excludedField(field);
    for (const value of query[excluded] ?? []) params.append(excluded, value);
  }
  if (query.text !== undefined) params.set("text", query.text);
  return params;
}
