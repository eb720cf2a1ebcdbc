import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type { Position, TraceStore } from "@trace-console/trace-store/trace-store";
import type { FastifyInstance } from "fastify";
import { pathParameter } from "../plugins/access.ts";
import { formatCsvHeader, formatCsvRows } from "../trace-csv.ts";
import { consoleQuery, searchParams } from "./console-query.ts";

/** Traces read at a time: enough to be fast, few enough that other requests go in between. */
const tracesAtOnce = 500;

async function* csvOf(
  store: TraceStore,
  project_id: string,
  query: TraceQuery,
): AsyncGenerator<string> {
  yield formatCsvHeader();
  let after: Position | undefined;
  for (;;) {
    const { traces, more } = await store.list(project_id, { ...query, limit: tracesAtOnce, after });
    if (traces.length > 0) yield formatCsvRows(traces.map((trace) => trace.wire));
    if (!more) return;
    after = traces.at(-1);
    await setImmediate();
  }
}

/** `GET /api/projects/{project_id}/export.csv`: the whole query result, streamed, with no cap. */
export function addExportRoute(app: FastifyInstance, store: TraceStore): void {
  app.get(
    "/api/projects/:project_id/export.csv",
    // A HEAD would read all traces to throw them away.
    { config: { access: "project" }, exposeHeadRoute: false },
    async (request, reply) => {
      const query = consoleQuery(searchParams(request));
      const stream = Readable.from(csvOf(store, pathParameter(request, "project_id"), query));
      const day = (time: number) => new Date(Math.min(time, 8.64e15)).toISOString().slice(0, 10);
      return reply
        .type("text/csv; charset=utf-8")
        .header(
          "content-disposition",
          `attachment; filename="traces-${day(query.from)}-to-${day(query.to)}.csv"`,
        )
        .send(stream);
    },
  );
}
