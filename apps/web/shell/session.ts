import { queryOptions, skipToken, useQuery } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import type { Session } from "@trace-console/contracts/console-api";
import { isSignedOut } from "../api-client/query-client.ts";
import { fetchRegions, fetchSession } from "../api-client/session-api.ts";

const sessionKey = ["session"] as const;
const endedKey = ["ended-session"] as const;

const sessionQuery = queryOptions<Session | null>({
  queryKey: sessionKey,
  queryFn: async ({ signal }) => {
    try {
      return await fetchSession(signal);
    } catch (error) {
      if (isSignedOut(error)) return null;
      throw error;
    }
  },
});

const regionsQuery = queryOptions({
  queryKey: ["regions"],
  queryFn: ({ signal }) => fetchRegions(signal),
  staleTime: 60_000,
});

/** Who is signed in: null when nobody is. */
export function useSession() {
  return useQuery(sessionQuery);
}

/**
 * The session that ended by itself, or by an administrator, while the page was open: null before
 * that, and once somebody has signed in or signed out.
 */
export function useEndedSession(): Session | null {
  return useQuery<Session | null>({ queryKey: endedKey, queryFn: skipToken }).data ?? null;
}

/** The regions, with the projects that the user may read. */
export function useRegions() {
  return useQuery(regionsQuery);
}

/** Asks for both at once, so that no page waits for one after the other. */
export function askAhead(client: QueryClient): void {
  void client.prefetchQuery(sessionQuery);
  void client.prefetchQuery(regionsQuery);
}

/** Asks for the regions again when their counts are more than a minute old. */
export function refreshRegions(client: QueryClient): void {
  void client.refetchQueries({ queryKey: ["regions"], stale: true });
}

/** Somebody has signed out: the page shows the sign-in and keeps nothing. */
export function markSignedOut(client: QueryClient): void {
  client.setQueryData<Session | null>(endedKey, null);
  client.setQueryData<Session | null>(sessionKey, null);
}

/** The session has ended: the page shows the sign-in, and waits for the same person behind it. */
export function markEnded(client: QueryClient): void {
  const session = client.getQueryData<Session | null>(sessionKey);
  if (!session) return;
  client.setQueryData<Session | null>(endedKey, session);
  client.setQueryData<Session | null>(sessionKey, null);
}

/**
 * Someone signed in. Whoever signs in again goes on where they were; what another user was shown is
 * forgotten.
 */
export function markSignedIn(client: QueryClient, session: Session): void {
  const ended = client.getQueryData<Session | null>(endedKey);
  if (ended?.user === session.user) {
    forgetRefusals(client);
  } else {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
  }
  client.setQueryData<Session | null>(endedKey, null);
  client.setQueryData<Session | null>(sessionKey, session);
}

/** What was refused as the session had ended is asked for again, and roles may be others now. */
function forgetRefusals(client: QueryClient): void {
  for (const query of client.getQueryCache().getAll()) {
    const { data, error } = query.state;
    // What is shown stays: a list reads on from where it was refused.
    if (data !== undefined && isSignedOut(error))
      query.setState({ status: "success", error: null });
  }
  void client.invalidateQueries({ queryKey: ["regions"] });
}
