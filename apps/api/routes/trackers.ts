import type { Accounts } from "@trace-console/accounts/accounts";
import type { Project } from "@trace-console/contracts/console-api";
import { ApiError } from "@trace-console/contracts/errors";
import {
  type BucketCheck,
  bucketCheckRequestSchema,
  configurationSchema,
  isBucketName,
  trackerRequestSchema,
  trackerTypeSchema,
} from "@trace-console/contracts/tracker-api";
import type { TrackerState } from "@trace-console/trackers/open-trackers";
import { dataTrackersAtMost } from "@trace-console/trackers/trackers";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { noteForAudit } from "../plugins/audited.ts";
import { scopeOf } from "../caller.ts";
import { readJson } from "../read-json.ts";
import { searchParams } from "../search-params.ts";

/** The trackers of a project and what belongs to them (CTS API reference, "Tracker Management"). */
export function addTrackerRoutes(
  app: FastifyInstance,
  { projects }: Accounts,
  state: TrackerState,
): void {
  const { trackers, configurations } = state;
  const project = { by: "wire", in: "project_id" } as const;
  const projectOf = (request: FastifyRequest): Project => {
    const { project_id } = scopeOf(request);
    const found = projects.find(project_id);
    if (found === undefined) throw new Error("a project with a scope is registered");
    return found;
  };

  const list = { config: { access: { ...project, may: "cts:tracker:list" } } } as const;
  app.get("/v3/:project_id/trackers", list, async (request) => {
    const params = searchParams(request);
    const [name, type] = [params.get("tracker_name"), params.get("tracker_type")];
    return {
      trackers: trackers
        .list(projectOf(request))
        .filter((one) => !name || one.tracker_name === name)
        .filter((one) => !type || one.tracker_type === type),
    };
  });

  const audited = (trace_name: string, resource_type = "tracker") => ({
    trace_name,
    resource_type,
  });
  const create = {
    config: {
      access: { ...project, may: "cts:tracker:create" },
      audit: audited("createTracker"),
    },
  } as const;
  app.post("/v3/:project_id/tracker", create, async (request, reply) => {
    const asked = readJson(request, trackerRequestSchema);
    noteForAudit(request, { resource_name: asked.tracker_name });
    void reply.code(201);
    return trackers.create(projectOf(request), asked);
  });

  const mayUpdate = { ...project, may: "cts:tracker:update" } as const;
  const update = { config: { access: mayUpdate, audit: audited("updateTracker") } };
  app.put("/v3/:project_id/tracker", update, async (request, reply) => {
    const asked = readJson(request, trackerRequestSchema);
    noteForAudit(request, { resource_name: asked.tracker_name ?? "system" });
    trackers.update(projectOf(request), asked);
    return reply.send();
  });

  const remove = {
    config: {
      access: { ...project, may: "cts:tracker:delete" },
      audit: audited("deleteTracker"),
    },
  } as const;
  app.delete("/v3/:project_id/trackers", remove, async (request, reply) => {
    const params = searchParams(request);
    const type = trackerTypeSchema.optional().safeParse(params.get("tracker_type") || undefined);
    // A type that is misspelt must not stand for none, which deletes all data trackers.
    if (!type.success) {
      throw new ApiError("CTS.0300", {
        detail: "Query failed: tracker_type must be system or data.",
      });
    }
    const name = params.get("tracker_name") || undefined;
    noteForAudit(request, { resource_name: name });
    trackers.remove(projectOf(request), name, type.data);
    return reply.code(204).send();
  });

  const quota = { config: { access: { ...project, may: "cts:quota:get" } } } as const;
  app.get("/v3/:project_id/quotas", quota, async (request) => {
    const all = trackers.list(projectOf(request));
    const used = (type: string) => all.filter((one) => one.tracker_type === type).length;
    return {
      resources: [
        { type: "system_tracker", used: used("system"), quota: 1 },
        { type: "data_tracker", used: used("data"), quota: dataTrackersAtMost },
      ],
    };
  });

  const bucket = { by: "wire", in: "domain_id", may: "cts:tracker:list" } as const;
  const check = { config: { access: bucket, audit: "only reads" } } as const;
  app.post("/v3/:domain_id/checkbucket", check, async (request) => {
    const { buckets } = readJson(request, bucketCheckRequestSchema);
    return {
      buckets: buckets.map((one) => ({
        ...one,
        check_bucket_response: checkBucket(one.bucket_name ?? ""),
      })),
    };
  });

  app.get("/v3/:project_id/configuration", list, async (request) =>
    configurations.of(scopeOf(request).project_id),
  );

  const configure = {
    config: { access: mayUpdate, audit: audited("updateConfiguration", "configuration") },
  };
  app.put("/v3/:project_id/configuration", configure, async (request, reply) => {
    configurations.set(scopeOf(request).project_id, readJson(request, configurationSchema));
    return reply.code(204).send();
  });
}

/** There is no OBS here: what can be checked is the name. */
function checkBucket(name: string): BucketCheck {
  return isBucketName(name)
    ? { error_code: "", error_message: "", response_code: 200, success: true }
    : {
        error_code: "CTS.0231",
        error_message: "Invalid bucket name.",
        response_code: 400,
        success: false,
      };
}
