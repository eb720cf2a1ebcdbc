import { ApiError } from "@trace-console/contracts/errors";
import { traceSchema } from "@trace-console/contracts/trace";
import { systemTracker } from "@trace-console/contracts/tracker-api";
import type { StoredTrace } from "@trace-console/trace-store/trace-store";
import type { FastifyInstance } from "fastify";
import { scopeOf } from "../caller.ts";
import { pathParameter } from "../path-parameter.ts";
import type { ScopedTraces } from "../scoped-traces.ts";
import { searchParams } from "../search-params.ts";
import { parseListTracesQuery } from "./list-traces-query.ts";
import { readPage } from "./read-page.ts";

/** How an old version of the API differs (CTS API reference 2022, "Querying Traces (v1.0, v2.0)"). */
interface OldVersion {
  readonly version: string;
  /** What stands for `trace_rating`, as a parameter and in a trace. */
  readonly rating: "trace_rating" | "trace_status";
  /** Whether `user` is JSON in a string. */
  readonly isUserText: boolean;
}

const oldVersions: readonly OldVersion[] = [
  { version: "v1.0", rating: "trace_rating", isUserText: true },
  { version: "v2.0", rating: "trace_status", isUserText: false },
];
/** Both answer with more than v3, unless asked. */
const defaultLimit = "50";

/** `GET /v1.0/…` and `GET /v2.0/{project_id}/{tracker_name}/trace`, for clients from back then. */
export function addOldTraceRoutes(
  app: FastifyInstance,
  traces: ScopedTraces,
  clock: () => number,
): void {
  const access = { by: "wire", may: "cts:trace:list", in: "project_id" } as const;
  for (const old of oldVersions) {
    app.get(
      `/${old.version}/:project_id/:tracker_name/trace`,
      { config: { access } },
      async (request) => {
        if (pathParameter(request, "tracker_name") !== systemTracker) {
          throw new ApiError("CTS.0214");
        }
        const params = searchParams(request);
        params.set("trace_type", "system");
        if (!params.get("limit")) params.set("limit", defaultLimit);
        const rating = params.get(old.rating);
        if (rating !== null) params.set("trace_rating", rating);
        const query = parseListTracesQuery(params, clock());
        const scope = scopeOf(request);
        if (query.trace_id !== undefined) {
          const trace = await traces.find(scope, query.trace_id);
          return answer(old, trace === undefined ? [] : [trace], null);
        }
        const page = await readPage(traces, scope, query.page);
        return answer(old, page.traces, page.next);
      },
    );
  }
}

function answer(old: OldVersion, traces: readonly StoredTrace[], marker: string | null) {
  return {
    traces: traces.map(({ wire }) => writeAs(old, wire)),
    meta_data: { count: traces.length, marker },
  };
}

function writeAs({ rating, isUserText }: OldVersion, wire: Buffer): Record<string, unknown> {
  const { trace_rating, user, ...rest } = traceSchema.parse(JSON.parse(wire.toString()));
  return {
    ...rest,
    ...(trace_rating === undefined ? {} : { [rating]: trace_rating }),
    ...(user === undefined ? {} : { user: isUserText ? JSON.stringify(user) : user }),
  };
}
