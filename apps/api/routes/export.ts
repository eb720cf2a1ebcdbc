import type { FastifyInstance } from "fastify";
import { CsvThread } from "@trace-console/trace-csv/csv-thread";
import { maxExports } from "../limits.ts";
import { scopeOf } from "../caller.ts";
import type { ScopedTraces } from "../scoped-traces.ts";
import { sendStream } from "../send-stream.ts";
import { Slots } from "../slots.ts";
import { formatCsvHeader } from "@trace-console/trace-csv/trace-csv";
import { searchParams } from "../search-params.ts";
import { consoleQuery } from "./console-query.ts";

type Pieces = AsyncIterable<string | Uint8Array>;

interface Format {
  readonly ending: string;
  readonly type: string;
  /** @param pieces of the wire JSON of traces, a line each. */
  readonly write: (pieces: AsyncIterable<Uint8Array<ArrayBuffer>>) => Pieces;
}

/**
 * `GET /api/projects/{project_id}/export.csv` and `…/export.ndjson`: the whole query result, newest
 * first, streamed, with no cap.
 */
export function addExportRoutes(app: FastifyInstance, traces: ScopedTraces): void {
  const access = { by: "console", may: "cts:trace:list", in: "project_id" } as const;
  const csv = new CsvThread();
  app.addHook("onClose", () => csv.close());
  const slots = new Slots(maxExports, "exports");

  async function* writeCsv(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Pieces {
    const rows = csv.format(pieces);
    // What fails at once fails before anything is sent.
    const first = await rows.next();
    yield formatCsvHeader();
    if (first.done !== true) yield first.value;
    yield* rows;
  }

  const formats: readonly Format[] = [
    { ending: "csv", type: "text/csv; charset=utf-8", write: writeCsv },
    // The faithful one: the JSON that every list serves, one trace a line.
    {
      ending: "ndjson",
      type: "application/x-ndjson; charset=utf-8",
      write: (pieces) => pieces,
    },
  ];
  for (const { ending, type, write } of formats) {
    app.get(
      `/api/projects/:project_id/export.${ending}`,
      // A HEAD would read all traces to throw them away.
      { config: { access }, exposeHeadRoute: false },
      async (request, reply) => {
        const query = consoleQuery(searchParams(request));
        const scope = scopeOf(request);
        const day = (time: number) => new Date(Math.min(time, 8.64e15)).toISOString().slice(0, 10);
        const name = `traces-${day(query.from)}-to-${day(query.to)}.${ending}`;
        void reply.type(type).header("content-disposition", `attachment; filename="${name}"`);
        return sendStream(reply, slots, (signal) =>
          write(traces.exportTraces(scope, query, { signal })),
        );
      },
    );
  }
}
