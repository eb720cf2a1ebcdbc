import type { Project, Regions } from "@trace-console/contracts/console-api";
import { regionById, regions } from "@trace-console/contracts/regions";
import { traceKinds } from "@trace-console/contracts/trace";
import type { TraceStore } from "@trace-console/trace-store/trace-store";
import type { FastifyInstance } from "fastify";

/** Later than any time that a trace may have. */
const endOfTime = 8.64e15;

/** `GET /api/regions`: all regions, with the caller's projects there and how much they hold. */
export function addRegionsRoute(app: FastifyInstance, store: TraceStore): void {
  async function countOf(project: Project): Promise<number> {
    const summaries = traceKinds.map((trace_type) =>
      store.summarize(project.project_id, { trace_type, from: 0, to: endOfTime }),
    );
    return (await Promise.all(summaries)).reduce((sum, { total }) => sum + total, 0);
  }

  app.get("/api/regions", { config: { access: "session" } }, async (request): Promise<Regions> => {
    const projects = await Promise.all(
      (request.caller?.projects ?? []).map(async (project) => ({
        ...project,
        traces: await countOf(project),
      })),
    );
    const ids = new Set([
      ...regions.map((region) => region.id),
      ...projects.map((project) => project.region),
    ]);
    return {
      regions: [...ids].map((id) => ({
        ...regionById(id),
        projects: projects.filter((project) => project.region === id),
      })),
    };
  });
}
