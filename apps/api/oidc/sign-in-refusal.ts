import type { SignInFailure } from "@trace-console/contracts/sign-in";
import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";

/** Errors within errors that are told of at most. */
const causesTold = 4;
/** Characters at most of what the provider says itself. */
const wordsTold = 200;
/** Codes of errors after which there is no answer to judge. */
const noAnswer = ["OAUTH_TIMEOUT", "OAUTH_RESPONSE_IS_NOT_CONFORM"];

/** A sign-in came to nothing. The reason is for the person, the message for the log. */
export class SignInRefusal extends Error {
  readonly reason: SignInFailure;

  constructor(reason: SignInFailure, message: string) {
    super(message);
    this.name = "SignInRefusal";
    this.reason = reason;
  }
}

/**
 * Says in its own words what `openid-client` has thrown. The error itself must not be logged: what
 * it carries holds codes, tokens and claims.
 *
 * @param reason default: by the kind of the error.
 */
export function refusalOf(error: unknown, reason: SignInFailure = reasonOf(error)): SignInRefusal {
  const told: string[] = [];
  let cause: unknown = error;
  while (cause instanceof Error && told.length < causesTold) {
    told.push(cause.message);
    cause = cause.cause;
  }
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    const words = `${error.error} ${error.error_description ?? ""}`;
    told.push(words.trim().slice(0, wordsTold));
  }
  return new SignInRefusal(reason, told.join(": "));
}

function reasonOf(error: unknown): SignInFailure {
  if (error instanceof AuthorizationResponseError) {
    // RFC 6749, 4.1.2.1: these two say nothing about the person.
    return ["server_error", "temporarily_unavailable"].includes(error.error)
      ? "unavailable"
      : "denied";
  }
  // `fetch` throws a TypeError when nobody answers.
  if (error instanceof TypeError) return "unavailable";
  const isUnanswered = error instanceof ClientError && noAnswer.includes(error.code ?? "");
  return isUnanswered ? "unavailable" : "rejected";
}
