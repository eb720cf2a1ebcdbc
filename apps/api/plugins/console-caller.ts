import { ApiError } from "@trace-console/contracts/errors";
import type { FastifyRequest } from "fastify";
import type { Caller } from "../caller.ts";
import type { Callers } from "../callers.ts";

/** The cookie that carries the session's token. */
export const sessionCookie = "cts_sid";

/** Who is signed in to the console. @throws ApiError 401 `APIGW.0301` without a session. */
export function consoleCaller(request: FastifyRequest, callers: Callers): Caller {
  const token = request.cookies[sessionCookie];
  const caller = token === undefined ? undefined : callers.ofSession(token);
  if (caller === undefined) throw new ApiError("APIGW.0301");
  return caller;
}

const unsafeMethods = ["POST", "PUT", "PATCH", "DELETE"];

/** A page of another site must not act with the visitor's cookie (ASVS 3.5.1). */
export function refuseForeignSites(request: FastifyRequest): void {
  if (!unsafeMethods.includes(request.method)) return;
  const { origin, host, "sec-fetch-site": site } = request.headers;
  const ownHost = URL.parse(`http://${host}`)?.host;
  const isForeign = origin !== undefined && URL.parse(origin)?.host !== ownHost;
  if (isForeign || (site !== undefined && site !== "same-origin" && site !== "none")) {
    throw new ApiError("TC.0403");
  }
}
