import type { Projects } from "@trace-console/accounts/projects";
import { newProjectSchema, type ProjectList } from "@trace-console/contracts/administration-api";
import { ApiError } from "@trace-console/contracts/errors";
import type { FastifyInstance } from "fastify";
import { noteForAudit } from "../plugins/audited.ts";
import { readJson } from "../read-json.ts";

/** `/api/projects`: the projects that are registered. */
export function addProjectRoutes(app: FastifyInstance, projects: Projects): void {
  const access = { by: "console", may: "tc:project:manage" } as const;
  const audit = { trace_name: "createProject", resource_type: "project" };

  app.get("/api/projects", { config: { access } }, async (): Promise<ProjectList> => ({
    projects: projects.list(),
  }));

  app.post("/api/projects", { config: { access, audit } }, async (request, reply) => {
    const project = readJson(request, newProjectSchema);
    noteForAudit(request, { resource_id: project.project_id, resource_name: project.name });
    if (projects.find(project.project_id) !== undefined) {
      throw new ApiError("TC.0409", {
        detail: `There is a project ${project.project_id} already.`,
      });
    }
    return reply.code(201).send(projects.register(project));
  });
}
