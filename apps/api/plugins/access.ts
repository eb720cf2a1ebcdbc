import { ApiError, notFound } from "@trace-console/contracts/errors";
import type { FastifyInstance, FastifyRequest } from "fastify";
import "../caller.ts";
import type { Callers } from "../callers.ts";

/** The cookie that carries the session's token. */
export const sessionCookie = "cts_sid";

const unsafeMethods = ["POST", "PUT", "PATCH", "DELETE"];

/**
 * Decides about access before any handler runs: by what the route declares, never by its path.
 * Without a session: 401. A project or domain that the caller may not read answers as an unknown
 * one: 404 `CTS.0300`, the same body for both.
 */
export function addAccess(app: FastifyInstance, callers: Callers): void {
  app.decorateRequest("caller", undefined);

  app.addHook("onRoute", (route) => {
    if (route.config?.access === undefined) {
      throw new Error(`${String(route.method)} ${route.url} declares no access`);
    }
  });

  // Without a promise: it runs before every reply.
  app.addHook("onRequest", (request, _reply, done) => {
    try {
      checkAccess(request, callers);
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** @throws ApiError when the caller may not. */
function checkAccess(request: FastifyRequest, callers: Callers): void {
  refuseForeignSites(request);
  const { access } = request.routeOptions.config;
  if (access === undefined || access === "public") return;
  const token = request.cookies[sessionCookie];
  const caller = token === undefined ? undefined : callers.of(token);
  if (caller === undefined) throw new ApiError("APIGW.0301");
  request.caller = caller;
  if (access === "session") return;
  const id = access === "project" ? "project_id" : "domain_id";
  const named = pathParameter(request, id);
  if (!caller.projects.some((project) => project[id] === named)) {
    throw notFound();
  }
}

/** A page of another site must not act with the visitor's cookie (ASVS 3.5.1). */
function refuseForeignSites(request: FastifyRequest): void {
  if (!unsafeMethods.includes(request.method)) return;
  const { origin, host, "sec-fetch-site": site } = request.headers;
  const ownHost = URL.parse(`http://${host}`)?.host;
  const isForeign = origin !== undefined && URL.parse(origin)?.host !== ownHost;
  if (isForeign || (site !== undefined && site !== "same-origin" && site !== "none")) {
    throw new ApiError("TC.0403");
  }
}

/** A parameter of the path, decoded. */
export function pathParameter(request: FastifyRequest, name: string): string {
  const { params } = request;
  const value: unknown =
    typeof params === "object" && params !== null ? Reflect.get(params, name) : undefined;
  return typeof value === "string" ? value : "";
}
