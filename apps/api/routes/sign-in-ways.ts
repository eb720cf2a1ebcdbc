import type { SignInWays } from "@trace-console/contracts/sign-in";
import type { FastifyInstance } from "fastify";
import type { OidcSettings } from "../oidc/oidc-settings.ts";

/** `GET /api/sign-in`: how people may sign in, which the sign-in page asks before they do. */
export function addSignInWaysRoute(app: FastifyInstance, oidc: OidcSettings | undefined): void {
  const ways: SignInWays = {
    password: true,
    oidc: oidc === undefined ? null : { name: oidc.name },
  };
  app.get("/api/sign-in", { config: { access: "public" } }, async () => ways);
}
