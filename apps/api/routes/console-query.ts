import { ApiError } from "@trace-console/contracts/errors";
import { parseTraceQuery, type TraceQuery } from "@trace-console/contracts/trace-filter";
import type { FastifyRequest } from "fastify";

/** The parameters of a request's URL, repeated ones included. */
export function searchParams(request: FastifyRequest): URLSearchParams {
  const { url } = request;
  const start = url.indexOf("?");
  return new URLSearchParams(start < 0 ? "" : url.slice(start + 1));
}

/** The trace query in a console request's URL. Throws 400 `CTS.0300` that names the parameter. */
export function consoleQuery(params: URLSearchParams): TraceQuery {
  const parsed = parseTraceQuery(params);
  if (!parsed.ok) {
    throw new ApiError("CTS.0300", { detail: `Query failed: ${parsed.field}: ${parsed.reason}.` });
  }
  return parsed.query;
}
