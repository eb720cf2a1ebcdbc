import { signInFailureSchema } from "@trace-console/contracts/sign-in";
import type { SignInFailure } from "@trace-console/contracts/sign-in";

/** The parameters of an address that tell of a failed sign-in. */
const failureParameters = ["sign_in", "reason"];

/** Why the sign-in failed that has led here; undefined when none has. */
export function failureOf(params: URLSearchParams): SignInFailure | undefined {
  if (params.get("sign_in") !== "failed") return undefined;
  const reason = signInFailureSchema.safeParse(params.get("reason"));
  return reason.success ? reason.data : "failed";
}

/** The parameters without those that tell of a failed sign-in. */
export function withoutFailure(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => !failureParameters.includes(name)));
}
