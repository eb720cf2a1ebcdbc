import { ApiError } from "@trace-console/contracts/errors";
import { guideOperations, modelArtsService } from "@trace-console/contracts/modelarts-operations";
import type { FastifyInstance } from "fastify";
import { scopeOf, scopesOf } from "../caller.ts";
import type { ScopedTraces } from "../scoped-traces.ts";
import { searchParams } from "../search-params.ts";
import { knownOperations } from "./known-operations.ts";

const guideTypes = guideOperations.map(({ resource_type }) => ({
  service_type: modelArtsService,
  resource_type,
}));

/** The lists beside ListTraces that fill a client's drop-downs (CTS API: resources, users, operations). */
export function addListRoutes(app: FastifyInstance, traces: ScopedTraces): void {
  const resources = { by: "wire", may: "cts:trace:listResource", in: "domain_id" } as const;
  app.get("/v3/:domain_id/resources", { config: { access: resources } }, async (request) => {
    const seen = await Promise.all(scopesOf(request).map((scope) => traces.listOperations(scope)));
    const types = Map.groupBy([...guideTypes, ...seen.flat()], (one) => one.service_type);
    return {
      resources: [...types].map(([service_type, ofService]) => ({
        service_type,
        resource: distinct(ofService.map((one) => one.resource_type)),
      })),
    };
  });

  const users = { by: "wire", may: "cts:trace:listTraceUser", in: "project_id" } as const;
  app.get("/v3/:project_id/user-resources", { config: { access: users } }, async (request) => {
    const operators = await traces.listOperators(scopeOf(request));
    return { users: operators.map((name) => ({ name })) };
  });

  const operations = {
    by: "wire",
    may: "cts:notification:listOperation",
    in: "project_id",
  } as const;
  app.get("/v3/:project_id/operations", { config: { access: operations } }, async (request) => {
    const params = searchParams(request);
    const service_type = params.get("service_type") || undefined;
    const resource_type = params.get("resource_type") || undefined;
    if (resource_type !== undefined && service_type === undefined) {
      throw new ApiError("CTS.0300", {
        detail: "Query failed: resource_type needs service_type.",
      });
    }
    const seen = await traces.listOperations(scopeOf(request));
    return {
      operations: knownOperations(seen).filter(
        (one) =>
          (service_type === undefined || one.service_type === service_type) &&
          (resource_type === undefined || one.resource_type === resource_type),
      ),
    };
  });
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== "");
}
