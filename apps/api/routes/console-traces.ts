import type { Operators } from "@trace-console/contracts/console-api";
import { notFound } from "@trace-console/contracts/errors";
import { readsTraces } from "@trace-console/contracts/trace-filter";
import type { Conflicts } from "@trace-console/trace-store/trace-store";
import type { FastifyInstance } from "fastify";
import { callerOf, scopeOf } from "../caller.ts";
import type { PageCache } from "../page-cache.ts";
import { pathParameter } from "../path-parameter.ts";
import { sendJsonBytes } from "../plugins/ready-replies.ts";
import type { ScopedTraces } from "../scoped-traces.ts";
import { untilClosed } from "../send-stream.ts";
import type { Slots } from "../slots.ts";
import { searchParams } from "../search-params.ts";
import { consoleQuery } from "./console-query.ts";
import { pageLimit } from "./page-limit.ts";
import { joinPage, readPage, type ReadPage } from "./read-page.ts";

/** `/api/projects/{project_id}/…`: what the Trace List shows. Replies: contracts/console-api. */
export function addConsoleTraceRoutes(
  app: FastifyInstance,
  traces: ScopedTraces,
  pages: PageCache,
  searches: Slots,
): void {
  const read = { by: "console", may: "cts:trace:list", in: "project_id" } as const;
  const options = { config: { access: read } };
  const users = { ...read, may: "cts:trace:listTraceUser" } as const;

  app.get("/api/projects/:project_id/traces", options, (request, reply) => {
    const scope = scopeOf(request);
    const body = pages.get(request.url, async (version) => {
      const params = searchParams(request);
      const query = {
        ...consoleQuery(params),
        limit: pageLimit(params.get("limit") ?? undefined, 100),
        after: params.get("next") || undefined,
      };
      const search = () => readPage(traces, scope, query, { signal: untilClosed(reply) });
      const page = readsTraces(query)
        ? await searches.run(callerOf(request).user, search)
        : await readPage(traces, scope, query, { version });
      return { body: write(page), oldest: page.oldest };
    });
    return sendJsonBytes(reply, body);
  });

  app.get(
    "/api/projects/:project_id/operators",
    { config: { access: users } },
    async (request): Promise<Operators> => {
      const operators = await traces.listOperators(scopeOf(request));
      return { operators: operators.toSorted() };
    },
  );

  app.get("/api/projects/:project_id/traces/:trace_id", options, async (request, reply) => {
    const trace = await traces.find(scopeOf(request), pathParameter(request, "trace_id"));
    if (trace === undefined) throw notFound();
    return reply.type("application/json; charset=utf-8").send(trace.wire);
  });

  app.get(
    "/api/projects/:project_id/traces/:trace_id/conflicts",
    options,
    async (request, reply) => {
      const id = pathParameter(request, "trace_id");
      const conflicts = await traces.findConflicts(scopeOf(request), id);
      if (conflicts === undefined) throw notFound();
      return reply.type("application/json; charset=utf-8").send(writeConflicts(conflicts));
    },
  );

  app.get(
    "/api/projects/:project_id/traces/:trace_id/original",
    options,
    async (request, reply) => {
      const original = await traces.findOriginal(
        scopeOf(request),
        pathParameter(request, "trace_id"),
      );
      if (original === undefined) throw notFound();
      return reply
        .type("application/json; charset=utf-8")
        .header("content-disposition", 'attachment; filename="trace.json"')
        .send(Buffer.from(original));
    },
  );
}

function writeConflicts({ total, newest }: Conflicts): string {
  const conflicts = newest.map(({ received, wire }) => `{"received":${received},"trace":${wire}}`);
  return `{"total":${total},"conflicts":[${conflicts.join()}]}`;
}

/** The stored JSON travels as it is; only the envelope is written here. */
function write({ traces, next }: ReadPage): readonly Buffer[] {
  const ahead = traces.filter((trace) => trace.ahead).map((trace) => trace.trace_id);
  return joinPage(
    `{"traces":[`,
    traces,
    `],"next":${JSON.stringify(next)},"ahead":${JSON.stringify(ahead)}}`,
  );
}
