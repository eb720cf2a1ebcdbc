import { ApiError } from "@trace-console/contracts/errors";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { pathParameter } from "../path-parameter.ts";

/** The versions of the API that are served (CTS API reference, "Querying API Versions"). */
const versions = [
  { id: "v3", status: "CURRENT", updated: "2020-01-01T00:00:00Z" },
  { id: "v2.0", status: "DEPRECATED", updated: "2016-07-01T00:00:00Z" },
  { id: "v1.0", status: "DEPRECATED", updated: "2014-06-28T00:00:00Z" },
] as const;

/** `GET /{version}`, of CTS and, for `v3`, of IAM: clients of both read the same list. */
export function addVersionRoutes(app: FastifyInstance): void {
  app.get("/:version(^v[0-9.]+$)", { config: { access: "public" } }, async (request) => {
    const found = versions.filter(({ id }) => id === pathParameter(request, "version"));
    if (found.length === 0) throw new ApiError("CTS.0100");
    return { versions: found.map((version) => describe(version, request)) };
  });
}

function describe(
  { id, status, updated }: (typeof versions)[number],
  { protocol, host }: FastifyRequest,
) {
  const href = `${protocol}://${host}/${id}/`;
  return { id, links: [{ rel: "self", href }], version: "", status, updated, min_version: "" };
}

/** `GET /` for programs: browsers, which ask for HTML, get the console there. */
export function listVersions(request: FastifyRequest) {
  return { versions: versions.map((version) => describe(version, request)) };
}
