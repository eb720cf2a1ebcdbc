import { Readable } from "node:stream";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type { TraceStore } from "@trace-console/trace-store/trace-store";
import type { FastifyInstance } from "fastify";
import { pathParameter } from "../plugins/access.ts";
import { formatCsvHeader, formatCsvRows } from "../trace-csv.ts";
import { consoleQuery, searchParams } from "./console-query.ts";

interface Format {
  readonly ending: string;
  readonly type: string;
  readonly header: () => string;
  /** @param lines at least one trace, each as its wire JSON, a line each. */
  readonly rows: (lines: Uint8Array) => string | Uint8Array;
}

const formats: readonly Format[] = [
  {
    ending: "csv",
    type: "text/csv; charset=utf-8",
    header: formatCsvHeader,
    rows: (lines) => formatCsvRows(Buffer.from(lines).toString().trimEnd().split("\n")),
  },
  {
    // The faithful one: the JSON that every list serves, one trace a line.
    ending: "ndjson",
    type: "application/x-ndjson; charset=utf-8",
    header: () => "",
    rows: (lines) => lines,
  },
];

async function* exportOf(
  store: TraceStore,
  project_id: string,
  query: TraceQuery,
  format: Format,
): AsyncGenerator<string | Uint8Array> {
  yield format.header();
  for await (const lines of store.exportTraces(project_id, query)) yield format.rows(lines);
}

/**
 * `GET /api/projects/{project_id}/export.csv` and `…/export.ndjson`: the whole query result, newest
 * first, streamed, with no cap.
 */
export function addExportRoutes(app: FastifyInstance, store: TraceStore): void {
  for (const format of formats) {
    app.get(
      `/api/projects/:project_id/export.${format.ending}`,
      // A HEAD would read all traces to throw them away.
      { config: { access: "project" }, exposeHeadRoute: false },
      async (request, reply) => {
        const query = consoleQuery(searchParams(request));
        const project_id = pathParameter(request, "project_id");
        const day = (time: number) => new Date(Math.min(time, 8.64e15)).toISOString().slice(0, 10);
        const name = `traces-${day(query.from)}-to-${day(query.to)}.${format.ending}`;
        return reply
          .type(format.type)
          .header("content-disposition", `attachment; filename="${name}"`)
          .send(Readable.from(exportOf(store, project_id, query, format)));
      },
    );
  }
}
