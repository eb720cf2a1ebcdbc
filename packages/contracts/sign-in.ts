import { z } from "zod";

/** `GET /api/sign-in`: the ways to sign in to this console. */
export const signInWaysSchema = z.object({
  password: z.boolean(),
  /** The identity provider, by the name that the page shows; null where there is none. */
  oidc: z.object({ name: z.string() }).nullable(),
});
export type SignInWays = z.infer<typeof signInWaysSchema>;

/** Why a sign-in at the identity provider came to nothing: `/?sign_in=failed&reason=…`. */
export const signInFailureSchema = z.enum([
  "unavailable",
  "expired",
  "denied",
  "rejected",
  "no_user_name",
  "name_taken",
  "disabled",
  "failed",
]);
export type SignInFailure = z.infer<typeof signInFailureSchema>;
