import type { StoredTrace, TraceStore } from "@trace-console/trace-store/trace-store";
import type { FastifyInstance, FastifyReply } from "fastify";
import { pathParameter } from "../plugins/access.ts";
import { searchParams } from "./console-query.ts";
import { parseListTracesQuery } from "./list-traces-query.ts";
import { withKnownMarker } from "./marker.ts";

/** `GET /v3/{project_id}/traces`: ListTraces of the CTS API. */
export function addListTracesRoute(
  app: FastifyInstance,
  store: TraceStore,
  clock: () => number,
): void {
  app.get("/v3/:project_id/traces", { config: { access: "project" } }, async (request, reply) => {
    const project_id = pathParameter(request, "project_id");
    const query = parseListTracesQuery(searchParams(request), clock());
    if (query.trace_id !== undefined) {
      const trace = await store.find(project_id, query.trace_id);
      return sendPage(reply, trace === undefined ? [] : [trace], false);
    }
    const { traces, more } = await withKnownMarker(store.list(project_id, query.page));
    return sendPage(reply, traces, more);
  });
}

/** The marker is the last trace_id while older traces match, else null: clients stop at null. */
function sendPage(reply: FastifyReply, traces: readonly StoredTrace[], more: boolean) {
  const marker = more ? (traces.at(-1)?.trace_id ?? null) : null;
  const meta_data = JSON.stringify({ count: traces.length, marker });
  const wires = traces.map((trace) => trace.wire).join(",");
  return reply
    .type("application/json; charset=utf-8")
    .send(`{"traces":[${wires}],"meta_data":${meta_data}}`);
}
