import { useTexts } from "../language/use-texts.ts";
import { RequestFailure } from "./request.ts";
import { texts } from "./texts.ts";

/** Says in the language of the page why something was not done, and what to do about it. */
export function useFailureText(): (error: Error) => string {
  const { reason, sessionEnded } = useTexts(texts);
  return (error) => {
    if (!(error instanceof RequestFailure)) return error.message;
    // It is read after signing in again: before, the sign-in stands in its place.
    return error.code === "APIGW.0301" ? sessionEnded : reason(error);
  };
}
