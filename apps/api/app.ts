import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import Fastify, { type FastifyInstance } from "fastify";
import type { AppParts } from "./app-parts.ts";
import { Callers } from "./callers.ts";
import { addAccess } from "./plugins/access.ts";
import { addConsoleFiles } from "./plugins/console-files.ts";
import { addErrorReply, answerUnreadable, answerUnroutable } from "./plugins/error-reply.ts";
import { addSecurityHeaders } from "./plugins/security-headers.ts";
import { refuseLongUrls } from "./plugins/url-length.ts";
import { addRoutes } from "./routes.ts";

/** Builds the app as a value: it listens only where somebody starts it, and tests inject requests. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: "warn" },
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // No route but a sign-in reads a body yet.
    bodyLimit: 64 * 1024,
    // Without these, a client that sends a byte a minute holds its socket for ever.
    requestTimeout: 15_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    http: { headersTimeout: 5_000, maxHeaderSize: 16_384, connectionsCheckingInterval: 1_000 },
    forceCloseConnections: "idle",
    // A trace id has up to 128 characters, and each may take twelve in a URL.
    routerOptions: {
      maxParamLength: 128 * 12,
      // Routes read the parameters themselves: repeated ones are lists.
      querystringParser: () => ({}),
    },
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerUnreadable,
  });
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    // Many clients name the type of a body on every request, also on one that has none.
    if (body === "") done(null);
    else void parseJson(request, String(body), done);
  });
  addErrorReply(app);
  addSecurityHeaders(app);
  refuseLongUrls(app);
  await app.register(cookie);
  addAccess(app, new Callers(parts.accounts, parts.clock));
  addRoutes(app, parts);
  await addConsoleFiles(app, parts.consoleFolder);
  return app;
}
