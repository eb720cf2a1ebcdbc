import { ApiError } from "@trace-console/contracts/errors";
import {
  type TraceKind,
  traceKinds,
  type TraceRating,
  traceRatings,
} from "@trace-console/contracts/trace";
import {
  managementOnlyFields,
  maxValueLength,
  type TraceFilter,
} from "@trace-console/contracts/trace-filter";
import type { ListQuery } from "@trace-console/trace-store/trace-store";
import { pageLimit } from "./page-limit.ts";

const hourMs = 3_600_000;

/** The parameters of ListTraces (API reference, `GET /v3/{project_id}/traces`). */
const parameters = [
  "trace_type",
  "limit",
  "from",
  "to",
  "next",
  "tracker_name",
  "service_type",
  "user",
  "resource_id",
  "resource_name",
  "resource_type",
  "trace_id",
  "trace_name",
  "trace_rating",
  "access_key_id",
  "enterprise_project_id",
] as const;
type Parameter = (typeof parameters)[number];

/** What ListTraces asks for: one trace by its id, whatever else is given, or a page. */
export type ListTracesQuery =
  | { readonly trace_id: string; readonly page?: undefined }
  | {
      readonly trace_id?: undefined;
      readonly page: ListQuery;
      /** Whether the parameters stand for this query at any moment: none was taken from the clock. */
      readonly isTimeless: boolean;
    };

function failed(detail: string): ApiError {
  return new ApiError("CTS.0300", { detail: `Query failed: ${detail}.` });
}

/**
 * Reads the query of ListTraces. Empty values count as absent, unknown parameters are ignored.
 * `from` and `to` are exclusive both: the store's range is `[from + 1, to)`.
 *
 * @param now ms since 1970, for the default window: the last hour.
 * @throws ApiError 400 `CTS.0300` that names the parameter.
 */
export function parseListTracesQuery(params: URLSearchParams, now: number): ListTracesQuery {
  const given: Partial<Record<Parameter, string>> = {};
  for (const name of parameters) {
    const values = params.getAll(name);
    if (values.length > 1) throw failed(`${name} is given more than once`);
    if (!values[0]) continue;
    if (values[0].length > maxValueLength) {
      throw failed(`${name} is longer than ${maxValueLength} characters`);
    }
    given[name] = values[0];
  }
  if (given.trace_id !== undefined) return { trace_id: given.trace_id };
  const trace_type = oneOf<TraceKind>("trace_type", given.trace_type ?? "system", traceKinds);
  const filter: TraceFilter = {
    trace_type,
    service_type: list(given.service_type),
    user: list(given.user),
    resource_id: list(given.resource_id),
    resource_name: list(given.resource_name),
    resource_type: list(given.resource_type),
    trace_name: list(given.trace_name),
    trace_rating:
      given.trace_rating === undefined
        ? undefined
        : [oneOf<TraceRating>("trace_rating", given.trace_rating, traceRatings)],
    access_key_id: list(given.access_key_id),
    enterprise_project_id: list(given.enterprise_project_id),
    // Management traces have one tracker, whose name need not be said.
    tracker_name: trace_type === "data" ? list(given.tracker_name) : undefined,
  };
  if (trace_type === "data") for (const field of managementOnlyFields) delete filter[field];
  const to = timeOf("to", given.to) ?? now;
  const from = timeOf("from", given.from) ?? to - hourMs;
  return {
    isTimeless: given.to !== undefined,
    page: {
      ...filter,
      from: from + 1,
      to,
      limit: pageLimit(given.limit, 10),
      after: given.next,
    },
  };
}

function list(value: string | undefined): string[] | undefined {
  return value === undefined ? undefined : [value];
}

function oneOf<Value extends string>(
  name: Parameter,
  value: string,
  allowed: readonly Value[],
): Value {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw failed(`${name} must be one of ${allowed.join(", ")}`);
  return found;
}

function timeOf(name: Parameter, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^-?\d{1,15}$/.test(text)) throw failed(`${name} must be an integer, ms since 1970`);
  return Number(text);
}
