import type { Accounts } from "@trace-console/accounts/accounts";
import { type Session, signInSchema } from "@trace-console/contracts/console-api";
import { ApiError } from "@trace-console/contracts/errors";
import type { FastifyInstance } from "fastify";
import { sessionCookie } from "../plugins/access.ts";

/** `/api/session`: signing in, who is signed in, signing out. */
export function addSessionRoutes(
  app: FastifyInstance,
  accounts: Accounts,
  retentionDays: number,
): void {
  const sessionOf = (user: string): Session => ({
    user,
    projects: accounts.projectsOf(user),
    retention_days: retentionDays,
  });

  app.post("/api/session", { config: { access: "public" } }, async (request, reply) => {
    const body = signInSchema.safeParse(request.body);
    if (!body.success) {
      throw new ApiError("CTS.0003", { detail: "Send user and password as JSON strings." });
    }
    const { user, password } = body.data;
    const token = await accounts.signIn(user, password);
    if (token === undefined) throw new ApiError("TC.0401");
    const earlier = request.cookies[sessionCookie];
    if (earlier !== undefined) accounts.signOut(earlier);
    void reply.setCookie(sessionCookie, token, {
      path: "/",
      httpOnly: true,
      sameSite: "lax",
      secure: request.protocol === "https",
    });
    return sessionOf(user);
  });

  app.get("/api/session", { config: { access: "session" } }, async (request) =>
    sessionOf(request.caller?.user ?? ""),
  );

  app.delete("/api/session", { config: { access: "public" } }, async (request, reply) => {
    const token = request.cookies[sessionCookie];
    if (token !== undefined) accounts.signOut(token);
    return reply.clearCookie(sessionCookie, { path: "/" }).code(204).send();
  });
}
