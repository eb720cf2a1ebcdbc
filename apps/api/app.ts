import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import Fastify, { type FastifyInstance } from "fastify";
import type { AppParts } from "./app-parts.ts";
import { Callers } from "./callers.ts";
import { addAccess } from "./plugins/access.ts";
import { addAudit } from "./plugins/audit.ts";
import { addConsoleFiles } from "./plugins/console-files.ts";
import { addErrorReply, answerUnreadable, answerUnroutable } from "./plugins/error-reply.ts";
import { addSecurityHeaders } from "./plugins/security-headers.ts";
import { refuseLongUrls } from "./plugins/url-length.ts";
import { WireCallers } from "./plugins/wire-caller.ts";
import { addRoutes } from "./routes.ts";

/** Builds the app as a value: it listens only where somebody starts it, and tests inject requests. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    // The framework's own logging listens to the end of every reply, at whatever level, which a ready
    // page feels. Nor does each request need a logger of its own.
    childLoggerFactory: () => parts.log,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // Whoever else says where a request came from is not believed.
    trustProxy: parts.trustedProxies.length > 0 ? [...parts.trustedProxies] : false,
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
  app.log = parts.log;
  // The vendor's SDK asks for projects with a body of `{}`, and signs it.
  app.addHttpMethod("GET", { hasBody: true, overrideExisting: true });
  app.removeAllContentTypeParsers();
  // As bytes, which a signature covers; `readJson` reads them.
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => {
    done(null, body);
  });
  addErrorReply(app);
  addSecurityHeaders(app);
  refuseLongUrls(app);
  await app.register(cookie);
  const { accounts, auditLog, clock } = parts;
  const callers = new Callers(accounts, clock);
  addAudit(app, auditLog, accounts, clock);
  addAccess(app, callers, new WireCallers(accounts, callers, clock));
  addRoutes(app, parts);
  await addConsoleFiles(app, parts.consoleFolder);
  return app;
}
