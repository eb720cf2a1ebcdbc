import { ApiError } from "@trace-console/contracts/errors";
import { tagFilterSchema, tagsSchema } from "@trace-console/contracts/tracker-api";
import type { TrackerState } from "@trace-console/trackers/open-trackers";
import type { Accounts } from "@trace-console/accounts/accounts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { noteForAudit } from "../plugins/audited.ts";
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
  const changing = (trace_name: string) =>
    ({
      config: {
        access: { ...project, may: "cts:tracker:update" },
        audit: { trace_name, resource_type: "tracker" },
      },
    }) as const;
  const all = (request: FastifyRequest) => {
    const known = projects.find(scopeOf(request).project_id);
    return known === undefined ? [] : trackers.list(known);
  };
  /** @throws ApiError 404 `CTS.0214` */
  const named = (request: FastifyRequest) => {
    const id = pathParameter(request, "resource_id");
    noteForAudit(request, { resource_id: id });
    const tracker = all(request).find((one) => one.id === id);
    if (tracker === undefined) throw new ApiError("CTS.0214");
    return tracker.id;
  };
  const base = "/v3/:project_id/cts-tracker";

  app.get(`${base}/:resource_id/tags`, read, async (request) => ({
    tags: tagsOf.of(named(request)),
  }));

  app.post(
    `${base}/:resource_id/tags/create`,
    changing("createTrackerTags"),
    async (request, reply) => {
      tagsOf.set(named(request), readJson(request, tagsSchema).tags);
      return reply.code(204).send();
    },
  );

  app.delete(
    `${base}/:resource_id/tags/delete`,
    changing("deleteTrackerTags"),
    async (request, reply) => {
      tagsOf.remove(named(request), readJson(request, tagsSchema).tags);
      return reply.code(204).send();
    },
  );

  app.get(`${base}/tags`, read, async (request) => {
    const tags = all(request).flatMap(({ id }) => tagsOf.of(id));
    return {
      tags: [...Map.groupBy(tags, ({ key }) => key)].map(([key, ofKey]) => ({
        key,
        values: [...new Set(ofKey.map(({ value }) => value))],
      })),
    };
  });

  const filter = { config: { ...read.config, audit: "only reads" } } as const;
  app.post(`${base}/resource-instances/filter`, filter, async (request) => {
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
