import type { Accounts } from "@trace-console/accounts/accounts";
import { explainPassword } from "@trace-console/accounts/password-rules";
import {
  passwordChangeSchema,
  type SessionList,
} from "@trace-console/contracts/administration-api";
import { type Session, signInSchema } from "@trace-console/contracts/console-api";
import { ApiError, notFound } from "@trace-console/contracts/errors";
import type { FastifyInstance } from "fastify";
import { noteForAudit } from "../plugins/audited.ts";
import { callerOf } from "../caller.ts";
import { handSession, originOf } from "../open-session.ts";
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
  const { access } = signedIn.config;
  const audited = (trace_name: string, resource_type = "user") => ({ trace_name, resource_type });

  const sessionOf = (user: string): Session => {
    const { projects, actions } = accounts.permissionsOf(user);
    return {
      user,
      projects: projects.map(({ project }) => project),
      actions: [...actions],
      retention_days: retentionDays,
    };
  };

  const signIn = { config: { access: "public", audit: audited("login") } } as const;
  app.post("/api/session", signIn, async (request, reply) => {
    const { user, password } = readJson(request, signInSchema);
    noteForAudit(request, { user, resource_name: user });
    const token = await passwords.signIn(user, password, originOf(request));
    if (token === undefined) throw new ApiError("TC.0401");
    handSession(request, reply, sessions, token);
    return sessionOf(user);
  });

  app.get("/api/session", signedIn, async (request) => sessionOf(callerOf(request).user));

  const signOut = { config: { access: "public", audit: audited("logout") } } as const;
  app.delete("/api/session", signOut, async (request, reply) => {
    const token = request.cookies[sessionCookie];
    const session = token === undefined ? undefined : sessions.find(token);
    if (token !== undefined && session !== undefined) {
      noteForAudit(request, { user: session.user, resource_name: session.user });
      sessions.end(token);
    }
    return reply
      .clearCookie(sessionCookie, { path: "/" })
      .header("clear-site-data", '"cache", "storage"')
      .code(204)
      .send();
  });

  const changePassword = { config: { access, audit: audited("changePassword") } };
  app.put("/api/session/password", changePassword, async (request, reply) => {
    const { user, actions } = callerOf(request);
    noteForAudit(request, { resource_name: user });
    if (users.find(user)?.isFromProvider === true) {
      throw new ApiError("TC.0409", {
        detail: "Your password is the identity provider's: change it there.",
      });
    }
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
    handSession(request, reply, sessions, sessions.open(user, { address, user_agent }));
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

  const endSession = { config: { access, audit: audited("endSession", "session") } };
  app.delete("/api/sessions/:session_id", endSession, async (request, reply) => {
    const { user } = callerOf(request);
    const resource_id = pathParameter(request, "session_id");
    noteForAudit(request, { resource_id });
    if (!sessions.endOne(user, resource_id)) throw notFound();
    return reply.code(204).send();
  });
}
