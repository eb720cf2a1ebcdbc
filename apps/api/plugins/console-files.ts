import { existsSync, readdirSync } from "node:fs";
import fastifyStatic from "@fastify/static";
import { ApiError } from "@trace-console/contracts/errors";
import type { FastifyInstance } from "fastify";
import "../caller.ts";
import { pathParameter } from "../path-parameter.ts";
import { listVersions } from "../routes/versions.ts";

const serverPrefixes = ["api", "v3", "healthz"];

/**
 * Serves the built console from `folder`: its files by name, and its page for every other address,
 * which the console's own router then reads. Only files that were there at the start are served.
 */
export async function addConsoleFiles(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    dotfiles: "deny",
    cacheControl: false,
  });
  const files = new Set(
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter(
            (entry) => entry.isFile() && !entry.name.endsWith(".gz") && !entry.name.startsWith("."),
          )
          .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
      : [],
  );
  app.get("/*", { config: { access: "public" } }, async (request, reply) => {
    const path = pathParameter(request, "*");
    // What asks for no page asks which versions of the API there are.
    if (path === "" && request.headers.accept?.includes("text/html") !== true) {
      return listVersions(request);
    }
    const [first = ""] = path.split("/");
    // `//v3/…` and `/V3/…` are misspelt calls of an API, whose clients must not get a page and 200.
    const isPage =
      !/\.|^\/|\/\//.test(path) &&
      !serverPrefixes.includes(first.toLowerCase()) &&
      first !== "assets";
    if (files.has(path) && path !== "index.html") {
      // Names under assets/ carry a hash of their content.
      const age = first === "assets" ? "public, max-age=31536000, immutable" : "no-cache";
      return reply.header("cache-control", age).sendFile(path);
    }
    if (!isPage || !files.has("index.html")) throw new ApiError("APIGW.0101");
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}
