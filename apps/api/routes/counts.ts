import {
  facetFields,
  type Facets,
  type Histogram,
  linesType,
  type Totals,
} from "@trace-console/contracts/console-api";
import type { Summary, SummaryQuery } from "@trace-console/trace-store/trace-store";
import type { FastifyInstance, FastifyReply } from "fastify";
import { scopeOf } from "../caller.ts";
import { Latest } from "../latest.ts";
import type { ProjectScope } from "../project-scope.ts";
import type { ScopedTraces } from "../scoped-traces.ts";
import { sendStream } from "../send-stream.ts";
import type { Slots } from "../slots.ts";
import { bucketWidth } from "./bucket-width.ts";
import { searchParams } from "../search-params.ts";
import { consoleQuery } from "./console-query.ts";

/** What is counted, and how it is told. */
interface Count {
  readonly query: SummaryQuery;
  readonly write: (summary: Summary) => Totals | Facets | Histogram;
}

/** A count by its path below `/api/projects/{project_id}`. */
const counts: Readonly<Record<string, (params: URLSearchParams) => Count>> = {
  totals: (params) => ({
    query: consoleQuery(params),
    write: ({ total }) => ({ total }),
  }),
  facets: (params) => ({
    query: { ...consoleQuery(params), facets: facetFields },
    write: writeFacets,
  }),
  histogram: (params) => {
    const query = consoleQuery(params);
    const bucketMs = bucketWidth(params.get("width"), query);
    return {
      query: { ...query, bucketMs },
      write: ({ histogram }) => ({ width: bucketMs, buckets: [...histogram] }),
    };
  },
};

function writeFacets({ facets }: Summary): Facets {
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
}

/**
 * `GET /api/projects/{project_id}/totals`, `/facets` and `/histogram`: exact, in one reply; with a
 * `text` in lines, while it is being searched for.
 */
export function addCountRoutes(app: FastifyInstance, traces: ScopedTraces, searches: Slots): void {
  const access = { by: "console", may: "cts:trace:list", in: "project_id" } as const;
  for (const [name, read] of Object.entries(counts)) {
    app.get(`/api/projects/:project_id/${name}`, { config: { access } }, async (request, reply) => {
      const scope = scopeOf(request);
      const count = read(searchParams(request));
      if (count.query.text !== undefined) {
        return sendLines(reply, searches, traces, scope, count);
      }
      return count.write(await traces.summarize(scope, count.query));
    });
  }
}

function sendLines(
  reply: FastifyReply,
  searches: Slots,
  traces: ScopedTraces,
  scope: ProjectScope,
  { query, write }: Count,
): Promise<FastifyReply> {
  void reply.type(linesType);
  return sendStream(reply, searches, async function* lines(signal) {
    const partial = new Latest<string>();
    const summary = traces
      .summarize(scope, query, {
        signal,
        onProgress: (soFar, share) => partial.put(line({ done: false, share, ...write(soFar) })),
      })
      .finally(() => partial.end());
    // It is awaited below; until then its failure must not count as nobody's.
    summary.catch(() => {});
    yield* partial.read();
    yield line({ done: true, share: 1, ...write(await summary) });
  });
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
