import { ApiError } from "@trace-console/contracts/errors";
import type { FastifyInstance } from "fastify";
import { maxUrlLength } from "../limits.ts";

/** Answers 414 `TC.0414` before anybody reads an address that is too long. */
export function refuseLongUrls(app: FastifyInstance): void {
  app.addHook("onRequest", (request, _reply, done) => {
    done(request.url.length > maxUrlLength ? new ApiError("TC.0414") : undefined);
  });
}
