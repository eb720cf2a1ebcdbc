import type { SessionOrigin, Sessions } from "@trace-console/accounts/sessions";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sessionCookie } from "./plugins/console-caller.ts";

/** Where a session comes from that this request opens. */
export function originOf(request: FastifyRequest): SessionOrigin {
  return { address: request.ip, user_agent: request.headers["user-agent"] ?? "" };
}

/**
 * Hands a new session to the browser in the cookie of the console, whichever way its user signed
 * in. The session that the browser had before ends (ASVS 7.2.4).
 *
 * @param token of the new session.
 */
export function handSession(
  request: FastifyRequest,
  reply: FastifyReply,
  sessions: Sessions,
  token: string,
): void {
  const earlier = request.cookies[sessionCookie];
  if (earlier !== undefined) sessions.end(earlier);
  void reply.setCookie(sessionCookie, token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: request.protocol === "https",
  });
}
