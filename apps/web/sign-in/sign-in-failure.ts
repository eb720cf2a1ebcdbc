import { signInFailureSchema } from "@trace-console/contracts/sign-in";
import type { SignInFailure } from "@trace-console/contracts/sign-in";

const explanations: Readonly<Record<SignInFailure, string>> = {
  unavailable:
    "The identity provider does not answer as it should. Try again in a moment, or sign in with a password.",
  expired: "That sign-in has expired, or was begun in another browser. Try again.",
  denied: "The identity provider did not let you in. Ask the people who run it.",
  rejected:
    "The answer of the identity provider could not be accepted. Try again; if it happens again, tell the person who runs this console.",
  no_user_name:
    "The identity provider gave no user name that can be used here. Tell the person who runs this console.",
  name_taken:
    "There is another user with your name here already. Tell the person who runs this console.",
  disabled: "Your user is disabled here. Ask the person who runs this console.",
  failed:
    "The sign-in failed. Try again; if it happens again, tell the person who runs this console.",
};

/** The parameters of an address that tell of a failed sign-in. */
const failureParameters = ["sign_in", "reason"];

/** What to tell of the failed sign-in that has led here; undefined when none has. */
export function explainFailure(params: URLSearchParams): string | undefined {
  if (params.get("sign_in") !== "failed") return undefined;
  const reason = signInFailureSchema.safeParse(params.get("reason"));
  return explanations[reason.success ? reason.data : "failed"];
}

/** The parameters without those that tell of a failed sign-in. */
export function withoutFailure(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => !failureParameters.includes(name)));
}
