import type { FastifyInstance } from "fastify";

/** Only our own scripts and styles run, nobody frames the console, and no string becomes HTML. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join(";");

/**
 * Headers of every reply (ASVS 3.4). No `strict-transport-security`: whoever terminates TLS knows
 * whether this name will always have it; this server does not.
 */
const secureHeaders = {
  "content-security-policy": contentSecurityPolicy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-frame-options": "SAMEORIGIN",
  "x-permitted-cross-domain-policies": "none",
  // Old filters against scripting were holes themselves.
  "x-xss-protection": "0",
} as const;
/** Replies of the APIs are kept nowhere. */
const cacheControl = "no-store";

/** Those of a reply that {@link addSecurityHeaders} does not see, names and values by turns. */
export const jsonHeaders: readonly string[] = [
  "content-type",
  "application/json; charset=utf-8",
  "cache-control",
  cacheControl,
  ...Object.entries(secureHeaders).flat(),
];

/** Adds the headers to every reply as it is sent, errors included. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook("onSend", (request, reply, _payload, done) => {
    void reply.headers(secureHeaders).header("x-request-id", request.id);
    if (!reply.hasHeader("cache-control")) void reply.header("cache-control", cacheControl);
    done();
  });
}
