import {
  facetFields,
  type Facets,
  type Histogram,
  type Totals,
} from "@trace-console/contracts/console-api";
import { readsTraces } from "@trace-console/contracts/trace-filter";
import type { Summary, SummaryQuery, Watch } from "@trace-console/trace-store/trace-store";
import type { FastifyInstance } from "fastify";
import { scopeOf } from "../caller.ts";
import type { ScopedTraces } from "../scoped-traces.ts";
import { sendCountLines } from "../send-count-lines.ts";
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
 * `GET /api/projects/{project_id}/totals`, `/facets` and `/histogram`: exact, in one reply; where
 * the traces themselves are read for it, in lines meanwhile.
 */
export function addCountRoutes(app: FastifyInstance, traces: ScopedTraces, searches: Slots): void {
  const access = { by: "console", may: "cts:trace:list", in: "project_id" } as const;
  for (const [name, read] of Object.entries(counts)) {
    app.get(`/api/projects/:project_id/${name}`, { config: { access } }, async (request, reply) => {
      const scope = scopeOf(request);
      const { query, write } = read(searchParams(request));
      if (readsTraces(query)) {
        const count = (watch: Watch) => traces.summarize(scope, query, watch);
        return sendCountLines(reply, searches, count, write);
      }
      return write(await traces.summarize(scope, query));
    });
  }
}
