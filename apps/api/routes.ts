import type { FastifyInstance } from "fastify";
import type { AppParts } from "./app-parts.ts";
import { maxSearches } from "./limits.ts";
import { PageCache } from "./page-cache.ts";
import { addAccessKeyRoutes } from "./routes/access-keys.ts";
import { addConsoleTraceRoutes } from "./routes/console-traces.ts";
import { addConsoleTrackerRoutes } from "./routes/console-trackers.ts";
import { addCountRoutes } from "./routes/counts.ts";
import { addExportRoutes } from "./routes/export.ts";
import { addHealthRoute } from "./routes/health.ts";
import { addIamRoutes } from "./routes/iam.ts";
import { addNotificationRoutes } from "./routes/notifications.ts";
import { addOldTraceRoutes } from "./routes/old-traces.ts";
import { addProjectRoutes } from "./routes/projects.ts";
import { addRegionsRoute } from "./routes/regions.ts";
import { addSessionRoutes } from "./routes/session.ts";
import { addTagRoutes } from "./routes/tracker-tags.ts";
import { addTrackerRoutes } from "./routes/trackers.ts";
import { addUserRoutes } from "./routes/users.ts";
import { addListRoutes } from "./routes/v3-lists.ts";
import { addListTracesRoute } from "./routes/v3-traces.ts";
import { ScopedTraces } from "./scoped-traces.ts";
import { addVersionRoutes } from "./routes/versions.ts";
import { Slots } from "./slots.ts";

const dayMs = 86_400_000;

/** The whole API on one screen: `/v3` is the wire API of CTS, `/api` is the console's own. */
export function addRoutes(app: FastifyInstance, parts: AppParts): void {
  const { store, accounts, trackers, notifications, clock, retentionDays } = parts;
  const pages = new PageCache(store, clock, retentionDays * dayMs);
  const searches = new Slots(maxSearches, "searches for a text");
  const traces = new ScopedTraces(store);
  addHealthRoute(app);
  addListTracesRoute(app, traces, clock, pages);
  addListRoutes(app, traces);
  addOldTraceRoutes(app, traces, clock);
  addTrackerRoutes(app, accounts, trackers);
  addTagRoutes(app, accounts, trackers);
  addNotificationRoutes(app, notifications.notifications);
  addVersionRoutes(app);
  addIamRoutes(app, accounts, clock);
  addSessionRoutes(app, accounts, retentionDays);
  addAccessKeyRoutes(app, accounts.accessKeys);
  addUserRoutes(app, accounts);
  addProjectRoutes(app, accounts.projects);
  addRegionsRoute(app, traces);
  addConsoleTraceRoutes(app, traces, pages, searches);
  addCountRoutes(app, traces, searches);
  addConsoleTrackerRoutes(app, accounts.projects, trackers.trackers);
  addExportRoutes(app, traces);
}
