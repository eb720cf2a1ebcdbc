import type { Projects } from "@trace-console/accounts/projects";
import { type TrackerList, trackerStatusSchema } from "@trace-console/contracts/tracker-list-api";
import { notFound } from "@trace-console/contracts/errors";
import type { Trackers } from "@trace-console/trackers/trackers";
import type { FastifyInstance } from "fastify";
import { noteForAudit } from "../plugins/audited.ts";
import { mayAlso, scopeOf } from "../caller.ts";
import { pathParameter } from "../path-parameter.ts";
import { readJson } from "../read-json.ts";

/** `/api/projects/{project_id}/trackers`: the Tracker List. */
export function addConsoleTrackerRoutes(
  app: FastifyInstance,
  projects: Projects,
  trackers: Trackers,
): void {
  const project = { by: "console", in: "project_id" } as const;

  app.get(
    "/api/projects/:project_id/trackers",
    { config: { access: { ...project, may: "cts:tracker:list" } } },
    async (request): Promise<TrackerList> => {
      const known = projects.find(scopeOf(request).project_id);
      return {
        trackers: (known === undefined ? [] : trackers.list(known)).map((one) => ({
          tracker_name: one.tracker_name,
          tracker_type: one.tracker_type,
          status: one.status,
          transfer_bucket: one.obs_info?.bucket_name ?? "",
          data_bucket: one.data_bucket?.data_bucket_name ?? "",
        })),
        may_update: mayAlso(request, "cts:tracker:update"),
      };
    },
  );

  app.patch(
    "/api/projects/:project_id/trackers/:tracker_name",
    {
      config: {
        access: { ...project, may: "cts:tracker:update" },
        audit: { trace_name: "updateTracker", resource_type: "tracker" },
      },
    },
    async (request, reply) => {
      const { status } = readJson(request, trackerStatusSchema);
      const known = projects.find(scopeOf(request).project_id);
      const name = pathParameter(request, "tracker_name");
      noteForAudit(request, { resource_name: name });
      if (known === undefined || !trackers.setStatus(known, name, status)) throw notFound();
      return reply.code(204).send();
    },
  );
}
