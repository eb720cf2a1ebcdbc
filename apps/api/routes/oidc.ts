import type { Accounts } from "@trace-console/accounts/accounts";
import type { SignInFailure } from "@trace-console/contracts/sign-in";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { noteForAudit } from "../plugins/audited.ts";
import { callbackPath, IdentityProvider } from "../oidc/identity-provider.ts";
import type { OidcSettings } from "../oidc/oidc-settings.ts";
import { readIdentity } from "../oidc/provider-identity.ts";
import { returnPath } from "../oidc/return-path.ts";
import { attemptMs, SignInAttempts } from "../oidc/sign-in-attempts.ts";
import { SignInRefusal } from "../oidc/sign-in-refusal.ts";
import { handSession, originOf } from "../open-session.ts";
import { searchParams } from "../search-params.ts";

const startPath = "/api/session/oidc";
/** The cookie by which the browser that began a sign-in is known when it comes back. */
const attemptCookie = "cts_oidc";

/**
 * `/api/session/oidc`: signing in at the company's identity provider. A person is sent there and
 * comes back to the callback, with a session to the page that they wanted, or with a reason to the
 * sign-in page.
 */
export function addOidcRoutes(
  app: FastifyInstance,
  accounts: Accounts,
  settings: OidcSettings,
  clock: () => number,
): void {
  const { providerUsers, sessions } = accounts;
  const provider = new IdentityProvider(settings, clock);
  const attempts = new SignInAttempts(clock);
  // Both change something, so that no HEAD may stand for them.
  const isPublic = { config: { access: "public" }, exposeHeadRoute: false } as const;

  app.get(startPath, isPublic, async (request, reply) => {
    try {
      const { token, attempt } = attempts.begin(returnPath(searchParams(request).get("to")));
      const address = await provider.addressFor(attempt);
      void reply.setCookie(attemptCookie, token, {
        path: startPath,
        httpOnly: true,
        // Strict would leave it out when the provider sends the browser back.
        sameSite: "lax",
        secure: request.protocol === "https",
        maxAge: attemptMs / 1000,
      });
      return reply.redirect(address);
    } catch (error) {
      return refuse(request, reply, error);
    }
  });

  const audit = { trace_name: "login", resource_type: "user" };
  const signIn = { config: { access: "public", audit }, exposeHeadRoute: false } as const;
  app.get(callbackPath, signIn, async (request, reply) => {
    void reply.clearCookie(attemptCookie, { path: startPath });
    try {
      // It is taken before anything is checked: one answer may be tried, once.
      const attempt = attempts.take(request.cookies[attemptCookie] ?? "");
      if (attempt === undefined) {
        throw new SignInRefusal("expired", "this browser began no sign-in in the last ten minutes");
      }
      const claims = await provider.identify(searchParams(request), attempt);
      const admission = providerUsers.admit(readIdentity(claims, settings));
      const name = "refused" in admission ? admission.name : admission.user;
      noteForAudit(request, { user: name, resource_name: name });
      if ("refused" in admission) {
        throw new SignInRefusal(admission.refused, `the user ${admission.name} is not let in`);
      }
      const token = sessions.open(admission.user, originOf(request));
      handSession(request, reply, sessions, token);
      return reply.redirect(attempt.to);
    } catch (error) {
      return refuse(request, reply, error);
    }
  });
}

/** Sends the person to the sign-in page with a reason; what exactly was wrong is in the log. */
function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const refusal = error instanceof SignInRefusal ? error : undefined;
  const reason: SignInFailure = refusal?.reason ?? "failed";
  const reqId = request.id;
  const told = "a sign-in at the identity provider failed";
  if (refusal === undefined) request.log.error({ err: error, reqId }, told);
  else request.log.warn({ reason, problem: refusal.message, reqId }, told);
  noteForAudit(request, { status: 401 });
  return reply.redirect(`/?sign_in=failed&reason=${reason}`);
}
