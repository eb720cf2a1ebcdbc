import { ApiError } from "@trace-console/contracts/errors";
import { newExportSchema } from "@trace-console/contracts/export-api";
import { readsTraces } from "@trace-console/contracts/trace-filter";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { callerOf, scopeOf } from "../caller.ts";
import { Exports } from "../exports/exports.ts";
import { fileFormats } from "../exports/file-formats.ts";
import type { TraceExport } from "../exports/trace-export.ts";
import { pathParameter } from "../path-parameter.ts";
import { readJson } from "../read-json.ts";
import { noteForAudit } from "../plugins/audited.ts";
import type { ScopedTraces } from "../scoped-traces.ts";
import { searchParams } from "../search-params.ts";
import { breakOff, sendStream } from "../send-stream.ts";
import type { Slots } from "../slots.ts";
import { consoleQuery } from "./console-query.ts";

/**
 * `/api/projects/{project_id}/exports`: exports of the console, each made, fetched once as a file,
 * followed while it runs, and described by a manifest when it is complete. A file is read while it
 * is sent and kept nowhere.
 */
export function addExportsRoutes(
  app: FastifyInstance,
  traces: ScopedTraces,
  slots: Slots,
  clock: () => number,
): void {
  const exports = new Exports(clock);
  const access = { by: "console", may: "cts:trace:list", in: "project_id" } as const;
  const audit = { trace_name: "exportTrace", resource_type: "trace" };
  const path = "/api/projects/:project_id/exports";
  const one = `${path}/:export_id`;
  const find = (request: FastifyRequest) =>
    exports.find(
      callerOf(request).user,
      scopeOf(request).project_id,
      pathParameter(request, "export_id"),
    );

  app.post(path, { config: { access, audit } }, async (request, reply) => {
    const query = consoleQuery(searchParams(request));
    const { format, ...form } = readJson(request, newExportSchema);
    // Told here, where a page can show it, and not in the place of the file.
    const { user, projects } = callerOf(request);
    slots.refuseWhenFull(user);
    const scope = scopeOf(request);
    const { project_id } = scope;
    const region =
      projects.find(({ project }) => project.project_id === project_id)?.project.region ?? "";
    // To count traces that must be read for it takes as long as to export them.
    const total = readsTraces(query) ? undefined : (await traces.summarize(scope, query)).total;
    const made = exports.create({ user, project_id, region, query, format, form, total });
    const created = made.created();
    noteForAudit(request, { resource_id: created.export_id, resource_name: created.file_name });
    return reply.code(201).send(created);
  });

  app.get(one, { config: { access } }, async (request) => find(request).progress());

  // A HEAD would read all traces to throw them away.
  app.get(`${one}/file`, { config: { access }, exposeHeadRoute: false }, async (request, reply) => {
    const wanted = find(request);
    const { format, form, query } = wanted.order;
    const { type, write } = fileFormats[format];
    wanted.begin(() => breakOff(reply));
    reply.raw.once("finish", () => wanted.settle(true));
    reply.raw.once("close", () => wanted.settle(false));
    void attach(reply.type(type), wanted.created().file_name);
    try {
      return await sendStream(reply, slots, (signal) =>
        wanted.countBytes(
          write(
            (options) =>
              wanted.countTraces(
                traces.exportTraces(scopeOf(request), query, { ...options, signal }),
              ),
            form,
          ),
        ),
      );
    } catch (error) {
      // Unless it is known why.
      const isFull = error instanceof ApiError && error.code === "TC.0503";
      wanted.fail(isFull ? "too many" : "broken off");
      throw error;
    }
  });

  app.get(`${one}/manifest`, { config: { access } }, async (request, reply) => {
    const wanted: TraceExport = find(request);
    const manifest = wanted.manifest();
    void attach(reply.type("application/json"), `${manifest.file_name}.manifest.json`);
    return JSON.stringify(manifest, undefined, 2);
  });

  // Nothing changes but what one is about to fetch oneself.
  app.delete(one, { config: { access, audit: "only reads" } }, async (request, reply) => {
    find(request).cancel();
    return reply.code(204).send();
  });
}

/** Makes a browser keep the reply as a file. */
function attach(reply: FastifyReply, name: string): FastifyReply {
  return reply.header("content-disposition", `attachment; filename="${name}"`);
}
