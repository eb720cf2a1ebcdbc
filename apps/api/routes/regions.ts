import type { Regions } from "@trace-console/contracts/console-api";
import { regionById, regions } from "@trace-console/contracts/regions";
import { traceKinds } from "@trace-console/contracts/trace";
import type { FastifyInstance } from "fastify";
import { callerOf } from "../caller.ts";
import { ProjectScope } from "../project-scope.ts";
import type { ScopedTraces } from "../scoped-traces.ts";

/** Later than any time that a trace may have. */
const endOfTime = 8.64e15;

/** `GET /api/regions`: all regions, with the caller's projects there and how much they hold. */
export function addRegionsRoute(app: FastifyInstance, traces: ScopedTraces): void {
  async function countOf(scope: ProjectScope): Promise<number> {
    const summaries = traceKinds.map((trace_type) =>
      traces.summarize(scope, { trace_type, from: 0, to: endOfTime }),
    );
    return (await Promise.all(summaries)).reduce((sum, { total }) => sum + total, 0);
  }

  const access = { by: "console", may: "be signed in" } as const;
  app.get("/api/regions", { config: { access } }, async (request): Promise<Regions> => {
    const projects = await Promise.all(
      callerOf(request).projects.map(async (granted) => {
        const scope = ProjectScope.of(granted, "cts:trace:list");
        return { ...granted.project, traces: scope === undefined ? 0 : await countOf(scope) };
      }),
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
