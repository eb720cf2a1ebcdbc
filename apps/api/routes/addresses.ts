import type { CountingAddresses } from "@trace-console/contracts/console-api";
import type { AddressCounts, Watch } from "@trace-console/trace-store/trace-store";
import type { FastifyInstance } from "fastify";
import { scopeOf } from "../caller.ts";
import type { ScopedTraces } from "../scoped-traces.ts";
import { searchParams } from "../search-params.ts";
import { sendCountLines } from "../send-count-lines.ts";
import type { Slots } from "../slots.ts";
import { consoleQuery } from "./console-query.ts";

/**
 * `GET /api/projects/{project_id}/addresses`: the addresses of the traces that match, which are
 * read for it; in lines. Reply: contracts/console-api.
 */
export function addAddressRoute(app: FastifyInstance, traces: ScopedTraces, searches: Slots): void {
  const access = { by: "console", may: "cts:trace:list", in: "project_id" } as const;
  app.get(
    "/api/projects/:project_id/addresses",
    // A HEAD would read all traces to throw them away.
    { config: { access }, exposeHeadRoute: false },
    async (request, reply) => {
      const scope = scopeOf(request);
      const query = consoleQuery(searchParams(request));
      const count = (watch: Watch<AddressCounts>) => traces.countAddresses(scope, query, watch);
      return sendCountLines(reply, searches, count, write);
    },
  );
}

function write({ addresses, others }: AddressCounts): Omit<CountingAddresses, "done" | "share"> {
  return { addresses: [...addresses], others };
}
