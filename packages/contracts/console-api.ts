import { z } from "zod";
import { opaqueIdSchema } from "./ids.ts";
import { traceSchema } from "./trace.ts";

/** Replies of `/api`, which only the console uses. The wire API of CTS itself is `/v3`. */

export const projectSchema = z.object({
  project_id: opaqueIdSchema,
  name: z.string(),
  region: z.string(),
  domain_id: z.string().optional(),
});
export type Project = z.infer<typeof projectSchema>;

/** `POST /api/session`: the body of a sign-in. */
export const signInSchema = z.strictObject({
  user: z.string().min(1).max(128),
  password: z.string().min(1).max(1024),
});

/** `GET /api/session` and `POST /api/session`: who is signed in and which projects they may read. */
export const sessionSchema = z.object({
  user: z.string(),
  projects: z.array(projectSchema),
  /** What they may do that no project confines. */
  actions: z.array(z.string()),
  retention_days: z.int().positive(),
});
export type Session = z.infer<typeof sessionSchema>;

/** `GET /api/regions`: every region, with the projects there that this user may read. */
export const regionsSchema = z.object({
  regions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      name_zh: z.string().optional(),
      projects: z.array(projectSchema.extend({ traces: z.int().nonnegative() })),
    }),
  ),
});
export type Regions = z.infer<typeof regionsSchema>;

/**
 * `GET /api/projects/{project_id}/traces`: one page, newest first. `next` is the `next` parameter
 * of the following page, null at the end. `ahead` names the traces whose `time` lay more than 15
 * minutes ahead of the clock when they were stored.
 */
export const tracePageSchema = z.object({
  traces: z.array(traceSchema),
  next: z.string().nullable(),
  ahead: z.array(z.string()),
});
export type TracePage = z.infer<typeof tracePageSchema>;

/**
 * `GET /api/projects/{project_id}/traces/{trace_id}/conflicts`: the other contents that came under
 * the id of a trace, newest first; `total` counts also those that are told no more. The trace itself
 * stays as it came first.
 */
export const conflictsSchema = z.object({
  total: z.int().nonnegative(),
  conflicts: z.array(z.object({ received: z.int(), trace: traceSchema })),
});
export type Conflicts = z.infer<typeof conflictsSchema>;

/** `GET /api/projects/{project_id}/totals`: how many traces the query matches, exactly. */
export const totalsSchema = z.object({ total: z.int().nonnegative() });
export type Totals = z.infer<typeof totalsSchema>;

/**
 * `GET /api/projects/{project_id}/facets`: the values of each field with their exact counts, most
 * frequent first. The counts of a field are taken under all other filters, so that each value
 * shown yields something.
 */
export const facetFields = [
  "service_type",
  "resource_type",
  "trace_name",
  "user",
  "trace_rating",
] as const;
const facetSchema = z.array(z.object({ value: z.string(), count: z.int().positive() }));
export const facetsSchema = z.object({
  facets: z.record(z.enum(facetFields), facetSchema),
});
export type Facets = z.infer<typeof facetsSchema>;

/**
 * `GET /api/projects/{project_id}/histogram?width=…`: the matching traces over time by status, in
 * buckets of `width` ms (a multiple of a minute) that start at its multiples. Buckets without a
 * trace are left out; the first and the last hold only what lies in the query's range.
 */
export const histogramSchema = z.object({
  width: z.int().positive(),
  buckets: z.array(
    z.object({
      from: z.int(),
      normal: z.int(),
      warning: z.int(),
      incident: z.int(),
      other: z.int(),
    }),
  ),
});
export type Histogram = z.infer<typeof histogramSchema>;

/**
 * Where the traces themselves are read, for a `text` or a `source_ip`, counting takes time: `totals`, `facets` and `histogram` then answer with lines of
 * JSON (`application/x-ndjson`). Each line is the reply above as far as it is counted, with
 * `share`, how much of the work is done, 0 to 1. The last line is `done` and exact; a stream that
 * ends without it has failed.
 */
const countingShape = { done: z.boolean(), share: z.number().min(0).max(1) };
export const countingTotalsSchema = totalsSchema.extend(countingShape);
export const countingFacetsSchema = facetsSchema.extend(countingShape);
export const countingHistogramSchema = histogramSchema.extend(countingShape);
/**
 * `GET /api/projects/{project_id}/addresses`: the values of `source_ip` among the traces that match
 * with their exact counts, most frequent first. Traces without one are left out; `others` are those
 * with further addresses, beyond the 10,000 that were found first. Always in lines.
 */
export const countingAddressesSchema = z.object({
  addresses: facetSchema,
  others: z.int().nonnegative(),
  ...countingShape,
});
export type CountingAddresses = z.infer<typeof countingAddressesSchema>;
export type CountingTotals = z.infer<typeof countingTotalsSchema>;
export type CountingFacets = z.infer<typeof countingFacetsSchema>;
/** The type of a reply in lines. */
export const linesType = "application/x-ndjson; charset=utf-8";

/** `GET /api/projects/{project_id}/operators`: the operators of the last 30 days, by name. */
export const operatorsSchema = z.object({ operators: z.array(z.string()) });
export type Operators = z.infer<typeof operatorsSchema>;

/** Error body of every route, `/v3` and `/api` alike (API reference, "Error Codes"). */
export const errorBodySchema = z.object({ error_code: z.string(), error_msg: z.string() });

/** Largest page that a client may ask for (API reference, ListTraces: `limit`). */
export const maxPageSize = 200;
