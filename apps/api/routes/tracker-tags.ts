import { ApiError } from "@trace-console/contracts/errors";
import { tagFilterSchema, tagsSchema } from "@trace-console/contracts/tracker-api";
import type { TrackerState } from "@trace-console/trackers/open-trackers";
import type { Accounts } from "@trace-console/accounts/accounts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { scopeOf } from "../caller.ts";
import { pathParameter } from "../path-parameter.ts";
import { readJson } from "../read-json.ts";

/** The tags of trackers (CTS API reference, "Tag Management"). */
export function addTagRoutes(
  app: FastifyInstance,
  { projects }: Accounts,
  state: TrackerState,
): void {
  const { trackers, tags: tagsOf } = state;
  const project = { by: "wire", in: "project_id" } as const;
  const read = { config: { access: { ...project, may: "cts:tracker:list" } } } as const;
  const change = { config: { access: { ...project, may: "cts:tracker:update" } } } as const;
  const all = (request: FastifyRequest) => {
    const known = projects.find(scopeOf(request).project_id);
    return known === undefined ? [] : trackers.list(known);
  };
  /** @throws ApiError 404 `CTS.0214` */
  const named = (request: FastifyRequest) => {
    const id = pathParameter(request, "resource_id");
    const tracker = all(request).find((one) => one.id === id);
    if (tracker === undefined) throw new ApiError("CTS.0214");
    return tracker.id;
  };
  const base = "/v3/:project_id/cts-tracker";

  app.get(`${base}/:resource_id/tags`, read, async (request) => ({
    tags: tagsOf.of(named(request)),
  }));

  app.post(`${base}/:resource_id/tags/create`, change, async (request, reply) => {
    tagsOf.set(named(request), readJson(request, tagsSchema).tags);
    return reply.code(204).send();
  });

  app.delete(`${base}/:resource_id/tags/delete`, change, async (request, reply) => {
    tagsOf.remove(named(request), readJson(request, tagsSchema).tags);
    return reply.code(204).send();
  });

  app.get(`${base}/tags`, read, async (request) => {
    const tags = all(request).flatMap(({ id }) => tagsOf.of(id));
    return {
      tags: [...Map.groupBy(tags, ({ key }) => key)].map(([key, ofKey]) => ({
        key,
        values: [...new Set(ofKey.map(({ value }) => value))],
      })),
    };
  });

  app.post(`${base}/resource-instances/filter`, read, async (request) => {
    const { tags: wanted = [] } = readJson(request, tagFilterSchema);
    const found = all(request).filter(({ id }) => {
      const tags = tagsOf.of(id);
      return wanted.every(({ key, values }) =>
        tags.some((tag) => tag.key === key && (values.length === 0 || values.includes(tag.value))),
      );
    });
    return {
      resources: found.map(({ id, tracker_name }) => ({
        resource_id: id,
        resource_name: tracker_name,
        tags: tagsOf.of(id),
      })),
      total_count: found.length,
    };
  });
}
