import {
  facetFields,
  type Facets,
  type Histogram,
  type Operators,
  type Totals,
} from "@trace-console/contracts/console-api";
import { notFound } from "@trace-console/contracts/errors";
import type { TraceStore } from "@trace-console/trace-store/trace-store";
import type { FastifyInstance } from "fastify";
import type { PageCache } from "../page-cache.ts";
import { pathParameter } from "../plugins/access.ts";
import { sendJsonBytes } from "../plugins/security-headers.ts";
import { bucketWidth } from "./bucket-width.ts";
import { consoleQuery, searchParams } from "./console-query.ts";
import { pageLimit } from "./page-limit.ts";
import { joinPage, readPage, type ReadPage } from "./read-page.ts";

/** `/api/projects/{project_id}/…`: what the Trace List shows. Replies: contracts/console-api. */
export function addConsoleTraceRoutes(
  app: FastifyInstance,
  store: TraceStore,
  pages: PageCache,
): void {
  const options = { config: { access: "project" } } as const;

  app.get("/api/projects/:project_id/traces", options, async (request, reply) => {
    const project_id = pathParameter(request, "project_id");
    const body = await pages.get(request.url, async () => {
      const params = searchParams(request);
      const page = await readPage(store, project_id, {
        ...consoleQuery(params),
        limit: pageLimit(params.get("limit") ?? undefined, 100),
        after: params.get("next") || undefined,
      });
      return { body: write(page), oldest: page.oldest };
    });
    return sendJsonBytes(reply, body);
  });

  app.get("/api/projects/:project_id/totals", options, async (request): Promise<Totals> => {
    const query = consoleQuery(searchParams(request));
    const { total } = await store.summarize(pathParameter(request, "project_id"), query);
    return { total };
  });

  app.get("/api/projects/:project_id/facets", options, async (request): Promise<Facets> => {
    const query = consoleQuery(searchParams(request));
    const { facets } = await store.summarize(pathParameter(request, "project_id"), {
      ...query,
      facets: facetFields,
    });
    const {
      service_type = [],
      resource_type = [],
      trace_name = [],
      user = [],
      trace_rating = [],
    } = facets;
    return {
      facets: {
        service_type: [...service_type],
        resource_type: [...resource_type],
        trace_name: [...trace_name],
        user: [...user],
        trace_rating: [...trace_rating],
      },
    };
  });

  app.get("/api/projects/:project_id/histogram", options, async (request): Promise<Histogram> => {
    const params = searchParams(request);
    const query = consoleQuery(params);
    const width = bucketWidth(params.get("width"), query);
    const { histogram } = await store.summarize(pathParameter(request, "project_id"), {
      ...query,
      bucketMs: width,
    });
    return { width, buckets: [...histogram] };
  });

  app.get("/api/projects/:project_id/operators", options, async (request): Promise<Operators> => {
    const operators = await store.listOperators(pathParameter(request, "project_id"));
    return { operators: operators.toSorted() };
  });

  app.get("/api/projects/:project_id/traces/:trace_id", options, async (request, reply) => {
    const trace = await store.find(
      pathParameter(request, "project_id"),
      pathParameter(request, "trace_id"),
    );
    if (trace === undefined) throw notFound();
    return reply.type("application/json; charset=utf-8").send(trace.wire);
  });

  app.get(
    "/api/projects/:project_id/traces/:trace_id/original",
    options,
    async (request, reply) => {
      const original = await store.findOriginal(
        pathParameter(request, "project_id"),
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

/** The stored JSON travels as it is; only the envelope is written here. */
function write({ traces, next }: ReadPage): Buffer {
  const ahead = traces.filter((trace) => trace.ahead).map((trace) => trace.trace_id);
  return joinPage(
    `{"traces":[`,
    traces,
    `],"next":${JSON.stringify(next)},"ahead":${JSON.stringify(ahead)}}`,
  );
}
