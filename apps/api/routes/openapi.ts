import { writeOpenApi } from "@trace-console/openapi/write-openapi";
import type { FastifyInstance } from "fastify";

/** `GET /openapi.json`: the API, for programs; the console has a page that shows it to people. */
export function addOpenApiRoute(app: FastifyInstance): void {
  const document = JSON.stringify(writeOpenApi());
  app.get("/openapi.json", { config: { access: "public" } }, async (_request, reply) =>
    reply.type("application/json; charset=utf-8").send(document),
  );
}
