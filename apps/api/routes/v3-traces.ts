import type { FastifyInstance } from "fastify";
import { type Access, scopeOf } from "../caller.ts";
import type { PageCache } from "../page-cache.ts";
import { sendJsonBytes } from "../plugins/ready-replies.ts";
import type { ScopedTraces } from "../scoped-traces.ts";
import { searchParams } from "../search-params.ts";
import { parseListTracesQuery } from "./list-traces-query.ts";
import { joinPage, readPage, type ReadPage } from "./read-page.ts";

/** `GET /v3/{project_id}/traces`: ListTraces of the CTS API. */
export function addListTracesRoute(
  app: FastifyInstance,
  traces: ScopedTraces,
  clock: () => number,
  pages: PageCache,
): void {
  const access: Access = { by: "wire", may: "cts:trace:list", in: "project_id" };
  app.get("/v3/:project_id/traces", { config: { access } }, (request, reply) => {
    const scope = scopeOf(request);
    const body = pages.get(request.url, async (version) => {
      const query = parseListTracesQuery(searchParams(request), clock());
      if (query.trace_id === undefined) {
        const page = await readPage(traces, scope, query.page, { version });
        return { body: write(page), oldest: query.isTimeless ? page.oldest : undefined };
      }
      const trace = await traces.find(scope, query.trace_id);
      const found = trace === undefined ? [] : [trace];
      return { body: write({ traces: found, next: null }), oldest: trace?.time };
    });
    return sendJsonBytes(reply, body);
  });
}

/** The marker is the last trace_id while older traces match, else null: clients stop at null. */
function write({ traces, next }: Pick<ReadPage, "traces" | "next">): readonly Buffer[] {
  const meta_data = JSON.stringify({ count: traces.length, marker: next });
  return joinPage(`{"traces":[`, traces, `],"meta_data":${meta_data}}`);
}
