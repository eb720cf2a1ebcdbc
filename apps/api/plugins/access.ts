import { ApiError, notFound } from "@trace-console/contracts/errors";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Audited } from "./audited.ts";
import type { Access, Caller } from "../caller.ts";
import type { Callers } from "../callers.ts";
import { pathParameter } from "../path-parameter.ts";
import { ProjectScope } from "../project-scope.ts";
import { consoleCaller, refuseForeignSites } from "./console-caller.ts";
import type { WireCallers } from "./wire-caller.ts";

const noBody = new Uint8Array();

/** A route, and who may call it. */
export interface DeclaredRoute {
  readonly method: string;
  /** With its parameters: `/v3/:project_id/traces`. */
  readonly url: string;
  readonly access: Access;
  /** As what it is recorded; undefined where it only reads. */
  readonly audit: Audited | undefined;
}

declare module "fastify" {
  interface FastifyInstance {
    /** Every route that was added. */
    readonly declaredRoutes: readonly DeclaredRoute[];
    /**
     * Decides once more about a request of the console that is being answered.
     * @throws ApiError when it would be refused by now.
     */
    readonly allowAgain: (request: FastifyRequest) => void;
  }
}

/**
 * Decides about access before any handler runs: by what the route declares, never by its path. Who
 * is not known gets 401. A project or domain in which the caller may do nothing answers as an
 * unknown one: 404 `CTS.0300`, the same body for both. Where the caller may do something, but not
 * this, the answer is 403 `CTS.0013`.
 */
export function addAccess(app: FastifyInstance, callers: Callers, wire: WireCallers): void {
  app.decorateRequest("caller", undefined);
  app.decorateRequest("scopes", undefined);
  app.decorateRequest("isBodySigned", false);

  const routes: DeclaredRoute[] = [];
  app.decorate("declaredRoutes", routes);
  app.addHook("onRoute", ({ method, url, config }) => {
    const access = config?.access;
    if (access === undefined) throw new Error(`${String(method)} ${url} declares no access`);
    const audit = config?.audit === "only reads" ? undefined : config?.audit;
    for (const one of [method].flat()) routes.push({ method: one, url, access, audit });
  });

  app.decorate("allowAgain", (request) => {
    const access = request.routeOptions.config.access ?? "public";
    if (access !== "public") allow(request, access, consoleCaller(request, callers));
  });

  // Without a promise: it runs before every reply.
  app.addHook("onRequest", (request, _reply, done) => {
    const access = request.routeOptions.config.access ?? "public";
    try {
      if (access === "public" || access.by === "console") refuseForeignSites(request);
      if (access !== "public") {
        if (access.by === "console") allow(request, access, consoleCaller(request, callers));
        else if (wire.needsBody(request)) request.isBodySigned = true;
        else allow(request, access, wire.of(request, noBody));
      }
      done();
    } catch (error) {
      request.isRefused = true;
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });

  app.addHook("preValidation", (request, _reply, done) => {
    if (!request.isBodySigned) {
      done();
      return;
    }
    const access = request.routeOptions.config.access ?? "public";
    try {
      if (access !== "public") {
        const { body } = request;
        allow(request, access, wire.of(request, body instanceof Uint8Array ? body : noBody));
      }
      done();
    } catch (error) {
      request.isRefused = true;
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** @throws ApiError when the caller may not. */
function allow(request: FastifyRequest, access: Exclude<Access, "public">, caller: Caller): void {
  request.caller = caller;
  if (!("in" in access)) {
    if (access.may === "be signed in" || caller.actions.has(access.may)) return;
    throw new ApiError("CTS.0013");
  }
  const named = pathParameter(request, access.in);
  const scopes: ProjectScope[] = [];
  let isKnown = false;
  for (const granted of caller.projects) {
    if (granted.project[access.in] !== named) continue;
    isKnown = true;
    const scope = ProjectScope.of(granted, access.may);
    if (scope !== undefined) scopes.push(scope);
  }
  if (!isKnown) throw notFound();
  if (scopes.length === 0) throw new ApiError("CTS.0013");
  request.scopes = scopes;
}
