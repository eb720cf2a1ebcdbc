import type { Accounts } from "@trace-console/accounts/accounts";
import { explainPassword } from "@trace-console/accounts/password-rules";
import type { SessionOrigin } from "@trace-console/accounts/sessions";
import {
  passwordChangeSchema,
  type SessionList,
} from "@trace-console/contracts/administration-api";
import { type Session, signInSchema } from "@trace-console/contracts/console-api";
import { ApiError, notFound } from "@trace-console/contracts/errors";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { callerOf } from "../caller.ts";
import { pathParameter } from "../path-parameter.ts";
import { sessionCookie } from "../plugins/console-caller.ts";
import { readJson } from "../read-json.ts";

/** `/api/session`: signing in, who is signed in, signing out; `/api/sessions`: one's sessions. */
export function addSessionRoutes(
  app: FastifyInstance,
  accounts: Accounts,
  retentionDays: number,
): void {
  const { sessions, passwords, users } = accounts;
  const signedIn = { config: { access: { by: "console", may: "be signed in" } } } as const;
  const isPublic = { config: { access: "public" } } as const;

  const sessionOf = (user: string): Session => {
    const { projects, actions } = accounts.permissionsOf(user);
    return {
      user,
      projects: projects.map(({ project }) => project),
      actions: [...actions],
      retention_days: retentionDays,
    };
  };
  const openSession = (request: FastifyRequest, reply: FastifyReply, token: string) => {
    const earlier = request.cookies[sessionCookie];
    if (earlier !== undefined) sessions.end(earlier);
    void reply.setCookie(sessionCookie, token, {
      path: "/",
      httpOnly: true,
      sameSite: "lax",
      secure: request.protocol === "https",
    });
  };

  app.post("/api/session", isPublic, async (request, reply) => {
    const { user, password } = readJson(request, signInSchema);
    const token = await passwords.signIn(user, password, originOf(request));
    if (token === undefined) throw new ApiError("TC.0401");
    openSession(request, reply, token);
    return sessionOf(user);
  });

  app.get("/api/session", signedIn, async (request) => sessionOf(callerOf(request).user));

  app.delete("/api/session", isPublic, async (request, reply) => {
    const token = request.cookies[sessionCookie];
    if (token !== undefined) sessions.end(token);
    return reply
      .clearCookie(sessionCookie, { path: "/" })
      .header("clear-site-data", '"cache", "storage"')
      .code(204)
      .send();
  });

  app.put("/api/session/password", signedIn, async (request, reply) => {
    const { user, actions } = callerOf(request);
    const { password, new_password } = readJson(request, passwordChangeSchema);
    const problem = explainPassword(new_password, user, actions.has("tc:user:manage"));
    if (problem !== undefined) throw new ApiError("TC.0422", { detail: problem });
    const { address, user_agent } = originOf(request);
    if (!(await passwords.check(user, password, address))) {
      // Not 401, which says that the session has ended.
      throw new ApiError("TC.0422", { detail: "The current password is wrong." });
    }
    // All sessions end with it; this one goes on under another token.
    await users.setPassword(user, new_password);
    openSession(request, reply, sessions.open(user, { address, user_agent }));
    return reply.code(204).send();
  });

  app.get("/api/sessions", signedIn, async (request): Promise<SessionList> => {
    const { user, session_id } = callerOf(request);
    return {
      sessions: sessions
        .list(user)
        .map((one) => ({ ...one, is_own: one.session_id === session_id })),
    };
  });

  app.delete("/api/sessions/:session_id", signedIn, async (request, reply) => {
    const { user } = callerOf(request);
    if (!sessions.endOne(user, pathParameter(request, "session_id"))) throw notFound();
    return reply.code(204).send();
  });
}

function originOf(request: FastifyRequest): SessionOrigin {
  return { address: request.ip, user_agent: request.headers["user-agent"] ?? "" };
}
