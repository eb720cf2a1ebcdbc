import { ApiError } from "@trace-console/contracts/errors";
import { parseTraceQuery, type TraceQuery } from "@trace-console/contracts/trace-filter";

/** The trace query in a console request's URL. Throws 400 `CTS.0300` that names the parameter. */
export function consoleQuery(params: URLSearchParams): TraceQuery {
  const parsed = parseTraceQuery(params);
  if (!parsed.ok) {
    throw new ApiError("CTS.0300", { detail: `Query failed: ${parsed.field}: ${parsed.reason}.` });
  }
  return parsed.query;
}
