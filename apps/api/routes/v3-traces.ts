import type { TraceStore } from "@trace-console/trace-store/trace-store";
import type { FastifyInstance } from "fastify";
import type { PageCache } from "../page-cache.ts";
import { pathParameter } from "../plugins/access.ts";
import { sendJsonBytes } from "../plugins/security-headers.ts";
import { searchParams } from "./console-query.ts";
import { parseListTracesQuery } from "./list-traces-query.ts";
import { joinPage, readPage, type ReadPage } from "./read-page.ts";

/** `GET /v3/{project_id}/traces`: ListTraces of the CTS API. */
export function addListTracesRoute(
  app: FastifyInstance,
  store: TraceStore,
  clock: () => number,
  pages: PageCache,
): void {
  app.get("/v3/:project_id/traces", { config: { access: "project" } }, (request, reply) => {
    const project_id = pathParameter(request, "project_id");
    const body = pages.get(request.url, async () => {
      const query = parseListTracesQuery(searchParams(request), clock());
      if (query.trace_id === undefined) {
        const page = await readPage(store, project_id, query.page);
        return { body: write(page), oldest: query.isTimeless ? page.oldest : undefined };
      }
      const trace = await store.find(project_id, query.trace_id);
      const traces = trace === undefined ? [] : [trace];
      return { body: write({ traces, next: null }), oldest: trace?.time };
    });
    return sendJsonBytes(reply, body);
  });
}

/** The marker is the last trace_id while older traces match, else null: clients stop at null. */
function write({ traces, next }: Pick<ReadPage, "traces" | "next">): readonly Buffer[] {
  const meta_data = JSON.stringify({ count: traces.length, marker: next });
  return joinPage(`{"traces":[`, traces, `],"meta_data":${meta_data}}`);
}
