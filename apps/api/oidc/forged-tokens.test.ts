import { createHmac } from "node:crypto";
import { oidcClient } from "@trace-console/test-identity-provider/identity-provider";
import {
  newSigningKey,
  readToken,
  type TokenParts,
  writeToken,
} from "@trace-console/test-identity-provider/signing-key";
import { expect, it } from "vitest";
import { openOidcConsole, providerKey } from "../test-oidc-console.ts";

type Forge = (parts: TokenParts, idToken: string) => string;

/** Signs with the provider's own key, so that nothing but the claim is wrong. */
const withClaims =
  (changes: Record<string, unknown>): Forge =>
  ({ header, claims }) =>
    providerKey.sign({ header, claims: { ...claims, ...changes } });

const hmac = (secret: string) => (signed: string) =>
  createHmac("sha256", secret).update(signed).digest("base64url");

const signInWith = async (forge: Forge) => {
  const test = await openOidcConsole({ forge: (token) => forge(readToken(token), token) });
  const { to, session } = await test.signIn("c1");
  return { to, session, users: test.accounts.users.list().length };
};

it("a token that the provider's key signed anew is good, so that only the change is refused", async () => {
  expect(await signInWith(withClaims({}))).toMatchObject({ to: "/", users: 2 });
});

const anHourAgo = Math.floor(Date.now() / 1000) - 3600;

it.each<[string, Forge]>([
  ["alg none", ({ claims }) => writeToken({ header: { alg: "none" }, claims }, () => "")],
  [
    "alg none with the signature kept",
    ({ claims }, token) =>
      writeToken({ header: { alg: "none" }, claims }, () => token.split(".")[2] ?? ""),
  ],
  ["another key", (parts) => newSigningKey().sign(parts)],
  [
    "another key that the token brings along",
    ({ header, claims }) => {
      const key = newSigningKey();
      return key.sign({ header: { ...header, jwk: key.publicJwk }, claims });
    },
  ],
  [
    "the published key taken for a shared secret",
    ({ header, claims }) =>
      writeToken({ header: { ...header, alg: "HS256" }, claims }, hmac(providerKey.publicText)),
  ],
  [
    "the client's secret for a key",
    ({ header, claims }) =>
      writeToken({ header: { ...header, alg: "HS256" }, claims }, hmac(oidcClient.client_secret)),
  ],
  [
    "the signature of other claims",
    ({ header, claims }, token) =>
      writeToken({ header, claims: { ...claims, sub: "a1" } }, () => token.split(".")[2] ?? ""),
  ],
  ["another audience", withClaims({ aud: "another-client" })],
  [
    "another party beside ours",
    withClaims({ aud: [oidcClient.client_id, "another-client"], azp: "another-client" }),
  ],
  ["another issuer", withClaims({ iss: "https://login.example" })],
  ["another nonce", withClaims({ nonce: "guess" })],
  ["no nonce", withClaims({ nonce: undefined })],
  ["an end in the past", withClaims({ exp: anHourAgo })],
  ["no end", withClaims({ exp: undefined })],
  ["no subject", withClaims({ sub: undefined })],
  ["nothing in it", () => ""],
])("a token with %s lets nobody in", async (_, forge) => {
  expect(await signInWith(forge)).toEqual({
    to: "/?sign_in=failed&reason=rejected",
    session: undefined,
    users: 1,
  });
});

it("somebody else who goes by the same name there is another person", async () => {
  const { signIn, accounts, people } = await openOidcConsole();
  await signIn("c1");
  people["c2"] = { ...people["c1"], email: "carol@example.com" };
  expect((await signIn("c2")).to).toBe("/?sign_in=failed&reason=name_taken");
  expect(accounts.users.list()).toHaveLength(2);
});
