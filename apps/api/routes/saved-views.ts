import type { SavedViews, ViewReader } from "@trace-console/accounts/saved-views";
import {
  newSavedViewSchema,
  type SavedView,
  type SavedViewList,
  type ViewHead,
} from "@trace-console/contracts/saved-view-api";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { callerOf, scopeOf } from "../caller.ts";
import { pathParameter } from "../path-parameter.ts";
import { readJson } from "../read-json.ts";
import { noteForAudit } from "../plugins/audited.ts";

/**
 * `/api/projects/{project_id}/saved-views`: whoever may list the traces of a project keeps views of
 * them there, and sees those that others share.
 */
export function addSavedViewRoutes(app: FastifyInstance, savedViews: SavedViews): void {
  const access = { by: "console", in: "project_id", may: "cts:trace:list" } as const;
  const changing = (verb: "create" | "update" | "delete") => ({
    config: {
      access,
      // All readers of the project read the record, and a view may be its owner's alone.
      audit: { trace_name: `${verb}SavedView`, resource_type: "savedView", isBodyPrivate: true },
    },
  });
  const path = "/api/projects/:project_id/saved-views";

  app.get(path, { config: { access } }, async (request): Promise<SavedViewList> =>
    savedViews.list(scopeOf(request).project_id, readerOf(request)),
  );

  app.post(path, changing("create"), async (request, reply): Promise<SavedView> => {
    const asked = readJson(request, newSavedViewSchema);
    noteName(request, asked);
    const made = savedViews.add(scopeOf(request).project_id, readerOf(request), asked);
    noteForAudit(request, { resource_id: made.view_id });
    void reply.code(201);
    return made;
  });

  app.put(`${path}/:view_id`, changing("update"), async (request, reply) => {
    const id = namedView(request);
    const asked = readJson(request, newSavedViewSchema);
    noteName(request, asked);
    savedViews.replace(scopeOf(request).project_id, readerOf(request), id, asked);
    return reply.code(204).send();
  });

  app.delete(`${path}/:view_id`, changing("delete"), async (request, reply) => {
    const id = namedView(request);
    const removed = savedViews.remove(scopeOf(request).project_id, readerOf(request), id);
    noteName(request, removed);
    return reply.code(204).send();
  });
}

function readerOf(request: FastifyRequest): ViewReader {
  const { user, actions } = callerOf(request);
  return { user, isAdministrator: actions.has("tc:user:manage") };
}

/** The view that the path names. */
function namedView(request: FastifyRequest): string {
  const resource_id = pathParameter(request, "view_id");
  noteForAudit(request, { resource_id });
  return resource_id;
}

/** The name of a view that is shared is no secret in its project. */
function noteName(
  request: FastifyRequest,
  { name, is_shared }: Pick<ViewHead, "name" | "is_shared">,
): void {
  if (is_shared) noteForAudit(request, { resource_name: name });
}
