import { tableFormSchema } from "@trace-console/contracts/export-api";
import type { FastifyInstance } from "fastify";
import { scopeOf } from "../caller.ts";
import { exportFileName, fileFormats } from "../exports/file-formats.ts";
import type { ScopedTraces } from "../scoped-traces.ts";
import { searchParams } from "../search-params.ts";
import { sendStream } from "../send-stream.ts";
import type { Slots } from "../slots.ts";
import { consoleQuery } from "./console-query.ts";

/**
 * `GET /api/projects/{project_id}/export.csv` and `…/export.ndjson`, for scripts: the whole query
 * result in one request, newest first, streamed, with no cap.
 */
export function addExportRoutes(app: FastifyInstance, traces: ScopedTraces, slots: Slots): void {
  const access = { by: "console", may: "cts:trace:list", in: "project_id" } as const;
  const audit = { trace_name: "exportTrace", resource_type: "trace" };
  const form = tableFormSchema.parse({});

  for (const format of ["csv", "ndjson"] as const) {
    const { type, write } = fileFormats[format];
    app.get(
      `/api/projects/:project_id/export.${format}`,
      // A HEAD would read all traces to throw them away.
      { config: { access, audit }, exposeHeadRoute: false },
      async (request, reply) => {
        const query = consoleQuery(searchParams(request));
        const scope = scopeOf(request);
        const name = exportFileName(query, format);
        void reply.type(type).header("content-disposition", `attachment; filename="${name}"`);
        return sendStream(reply, slots, (signal) =>
          write((options) => traces.exportTraces(scope, query, { ...options, signal }), form),
        );
      },
    );
  }
}
