import type { FastifyInstance } from "fastify";

/** `GET /healthz`: the app exists only once its store is open, so that an answer means ready. */
export function addHealthRoute(app: FastifyInstance): void {
  app.get("/healthz", { config: { access: "public" } }, async () => ({ status: "ok" }));
}
