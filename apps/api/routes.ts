import type { FastifyInstance } from "fastify";
import type { AppParts } from "./app-parts.ts";
import { maxSearches } from "./limits.ts";
import { PageCache } from "./page-cache.ts";
import { addConsoleTraceRoutes } from "./routes/console-traces.ts";
import { addCountRoutes } from "./routes/counts.ts";
import { addExportRoutes } from "./routes/export.ts";
import { addHealthRoute } from "./routes/health.ts";
import { addRegionsRoute } from "./routes/regions.ts";
import { addSessionRoutes } from "./routes/session.ts";
import { addListRoutes } from "./routes/v3-lists.ts";
import { addListTracesRoute } from "./routes/v3-traces.ts";
import { Slots } from "./slots.ts";

const dayMs = 86_400_000;

/** The whole API on one screen: `/v3` is the wire API of CTS, `/api` is the console's own. */
export function addRoutes(app: FastifyInstance, parts: AppParts): void {
  const { store, accounts, clock, retentionDays } = parts;
  const pages = new PageCache(store, clock, retentionDays * dayMs);
  const searches = new Slots(maxSearches, "searches for a text");
  addHealthRoute(app);
  addListTracesRoute(app, store, clock, pages);
  addListRoutes(app, store);
  addSessionRoutes(app, accounts, retentionDays);
  addRegionsRoute(app, store);
  addConsoleTraceRoutes(app, store, pages, searches);
  addCountRoutes(app, store, searches);
  addExportRoutes(app, store);
}
