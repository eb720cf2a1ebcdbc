import { csvFormatter, formatCsvHeader } from "@trace-console/trace-csv/trace-csv";
import type { FastifyInstance } from "fastify";
import { maxExports } from "../limits.ts";
import { scopeOf } from "../caller.ts";
import type { ScopedTraces } from "../scoped-traces.ts";
import { sendStream } from "../send-stream.ts";
import { Slots } from "../slots.ts";
import { searchParams } from "../search-params.ts";
import { consoleQuery } from "./console-query.ts";

interface Format {
  readonly ending: string;
  readonly type: string;
  /** What stands before the first trace. */
  readonly head: string;
  /** What the wire JSON goes through. */
  readonly formatter: string | undefined;
}

const formats: readonly Format[] = [
  {
    ending: "csv",
    type: "text/csv; charset=utf-8",
    head: formatCsvHeader(),
    formatter: csvFormatter,
  },
  // The faithful one: the JSON that every list serves, one trace a line.
  {
    ending: "ndjson",
    type: "application/x-ndjson; charset=utf-8",
    head: "",
    formatter: undefined,
  },
];

/**
 * `GET /api/projects/{project_id}/export.csv` and `…/export.ndjson`: the whole query result, newest
 * first, streamed, with no cap.
 */
export function addExportRoutes(app: FastifyInstance, traces: ScopedTraces): void {
  const access = { by: "console", may: "cts:trace:list", in: "project_id" } as const;
  const audit = { trace_name: "exportTrace", resource_type: "trace" };
  const slots = new Slots(maxExports, "exports");

  for (const { ending, type, head, formatter } of formats) {
    app.get(
      `/api/projects/:project_id/export.${ending}`,
      // A HEAD would read all traces to throw them away.
      { config: { access, audit }, exposeHeadRoute: false },
      async (request, reply) => {
        const query = consoleQuery(searchParams(request));
        const scope = scopeOf(request);
        const day = (time: number) => new Date(Math.min(time, 8.64e15)).toISOString().slice(0, 10);
        const name = `traces-${day(query.from)}-to-${day(query.to)}.${ending}`;
        void reply.type(type).header("content-disposition", `attachment; filename="${name}"`);
        return sendStream(reply, slots, (signal) =>
          behind(head, traces.exportTraces(scope, query, { signal, formatter })),
        );
      },
    );
  }
}

/** A head and the pieces behind it: what fails at once fails before anything is sent. */
async function* behind(
  head: string,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<string | Uint8Array> {
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst) yield head;
    isFirst = false;
    yield piece;
  }
  if (isFirst) yield head;
}
