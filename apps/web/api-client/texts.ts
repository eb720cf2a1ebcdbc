import type { RequestFailure } from "./request.ts";

/** What a request that failed tells about itself. */
export type Failure = Pick<RequestFailure, "code" | "status" | "message">;

/** What is said of a request that failed. */
export const texts = {
  part: "failure" as const,
  english: {
    offline: "You are offline",
    checkNetwork: "Check the network connection; the page tries again by itself.",
    sessionEnded:
      "Your session had ended, so this was not done. You are signed in again: try once more.",
    retry: "Retry",
    requestId: "Request ID: ",
    /** Why it failed: the service itself speaks English. */
    reason: ({ message }: Failure) => message,
  },
};
