import { createServer } from "node:http";
import OidcProvider from "oidc-provider";
import type { SigningKey } from "./signing-key.ts";

/** The console as the provider knows it. */
export const oidcClient = { client_id: "trace-console", client_secret: "secret of/the+tests" };

/** What the provider tells of people, by the name with which they sign in there. */
export type TestPeople = Record<string, Record<string, unknown>>;

/** A provider of the tests. */
interface ProviderOptions {
  /** Where it may send browsers back to. */
  readonly redirectUri: string;
  /** What it tells of people; may be changed later. */
  readonly people: TestPeople;
  /** Whether it tells in the ID token already, not only when asked for more. */
  readonly isToldInToken: boolean;
  /** With which it signs. */
  readonly key: SigningKey;
  /** What becomes of its ID tokens on the way: somebody in between forges them. */
  readonly forge?: ((idToken: string) => string) | undefined;
}

/**
 * A real identity provider on loopback. Everybody may sign in there, with any password; `sub` is
 * the name that they sign in with.
 */
export async function openTestProvider(options: ProviderOptions) {
  const { redirectUri, people, isToldInToken, key, forge = (token) => token } = options;
  const server = createServer();
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const address = server.address();
  const ownPort = typeof address === "object" && address !== null ? address.port : 0;
  const issuer = `http://127.0.0.1:${ownPort}`;
  const provider = new OidcProvider(issuer, {
    clients: [{ ...oidcClient, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], profile: ["preferred_username", "groups"] },
    conformIdTokenClaims: !isToldInToken,
    cookies: { keys: ["key of the tests"] },
    jwks: { keys: [{ ...key.privateKey.export({ format: "jwk" }), alg: "RS256", use: "sig" }] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ ...people[sub], sub }),
    }),
  });
  provider.use(async (context, next) => {
    await next();
    const body: unknown = context.body;
    if (isTokenReply(body)) context.body = { ...body, id_token: forge(body.id_token) };
  });
  const answer = provider.callback();
  const asked: string[] = [];
  server.on("request", (request, response) => {
    asked.push(request.url ?? "");
    void answer(request, response);
  });
  return {
    issuer,
    /** The paths that it was asked for. */
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
    reopen: () => listen(ownPort),
  };
}

function isTokenReply(body: unknown): body is { id_token: string } {
  return (
    typeof body === "object" &&
    body !== null &&
    "id_token" in body &&
    typeof body.id_token === "string"
  );
}
