import { MutationCache, QueryCache, QueryClient, notifyManager } from "@tanstack/react-query";
import { RequestFailure } from "./request.ts";

/** Whether a request failed because nobody is signed in. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof RequestFailure && error.status === 401;
}

const passing = [0, 502, 503, 504];

// Parts hear of a reply with the reply itself, not after a timer behind which other work gets in.
notifyManager.setScheduler(queueMicrotask);

/**
 * Makes the cache of everything that was asked for. A reply is kept as it came: the reader asks for
 * newer traces with Query or Refresh, so that the list never moves under the eyes.
 *
 * @param onSignedOut - called when any request answers that nobody is signed in.
 */
export function buildQueryClient(onSignedOut: (client: QueryClient) => void): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut(client);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        networkMode: "always",
        refetchOnWindowFocus: false,
        // What failed while the network was away is asked again when it is back.
        refetchOnReconnect: (query) => query.state.status === "error",
        // Whoever has waited for a minute is told so.
        retry: (failures, error) =>
          failures < 1 &&
          error instanceof RequestFailure &&
          passing.includes(error.status) &&
          error.code !== "no_answer",
        retryDelay: 300,
      },
    },
  });
  return client;
}

/** Asks once more for all that is shown and could not be had. */
export function retryFailed(client: QueryClient): void {
  void client.refetchQueries({
    type: "active",
    predicate: ({ state }) => state.status === "error" && state.data === undefined,
  });
}
