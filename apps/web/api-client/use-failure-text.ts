import { useTexts } from "../language/use-texts.ts";
import { RequestFailure } from "./request.ts";
import { texts } from "./texts.ts";

/** Says in the language of the page why something was not done, and what to do about it. */
export function useFailureText(): (error: Error) => string {
  const { reason } = useTexts(texts);
  return (error) => (error instanceof RequestFailure ? reason(error) : error.message);
}
