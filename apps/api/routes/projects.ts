import type { Projects } from "@trace-console/accounts/projects";
import { newProjectSchema, type ProjectList } from "@trace-console/contracts/administration-api";
import { ApiError } from "@trace-console/contracts/errors";
import type { FastifyInstance } from "fastify";
import { readJson } from "../read-json.ts";

/** `/api/projects`: the projects that are registered. */
export function addProjectRoutes(app: FastifyInstance, projects: Projects): void {
  const options = { config: { access: { by: "console", may: "tc:project:manage" } } } as const;

  app.get("/api/projects", options, async (): Promise<ProjectList> => ({
    projects: projects.list(),
  }));

  app.post("/api/projects", options, async (request, reply) => {
    const project = readJson(request, newProjectSchema);
    if (projects.find(project.project_id) !== undefined) {
      throw new ApiError("TC.0409", {
        detail: `There is a project ${project.project_id} already.`,
      });
    }
    return reply.code(201).send(projects.register(project));
  });
}
