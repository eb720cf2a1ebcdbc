import { signInWaysSchema } from "@trace-console/contracts/sign-in";
import type { SignInWays } from "@trace-console/contracts/sign-in";
import { requestJson } from "./request.ts";

/** The ways to sign in to this console. */
export function fetchSignInWays(signal: AbortSignal): Promise<SignInWays> {
  return requestJson("/api/sign-in", signInWaysSchema, { signal });
}

/** The address that leads to the identity provider, and back to a path of this console. */
export function providerSignInUrl(path: string): string {
  return `/api/session/oidc?${new URLSearchParams({ to: path }).toString()}`;
}
