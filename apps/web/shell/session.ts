import { useQuery } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import type { Session } from "@trace-console/contracts/console-api";
import { isSignedOut } from "../api-client/query-client.ts";
import { fetchRegions, fetchSession } from "../api-client/session-api.ts";

const sessionKey = ["session"] as const;

/** Who is signed in: null when nobody is. */
export function useSession() {
  return useQuery<Session | null>({
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
}

/** The regions, with the projects that the user may read. */
export function useRegions() {
  return useQuery({
    queryKey: ["regions"],
    queryFn: ({ signal }) => fetchRegions(signal),
    staleTime: 60_000,
  });
}

/** Asks for the regions again when their counts are more than a minute old. */
export function refreshRegions(client: QueryClient): void {
  void client.refetchQueries({ queryKey: ["regions"], stale: true });
}

/** The session has ended: the page shows the sign-in, at the same address. */
export function markSignedOut(client: QueryClient): void {
  client.setQueryData<Session | null>(sessionKey, null);
}

/** Someone signed in. What an earlier user was shown is forgotten. */
export function markSignedIn(client: QueryClient, session: Session): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
  client.setQueryData<Session | null>(sessionKey, session);
}
