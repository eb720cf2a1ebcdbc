import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  addAccessKey,
  endSession,
  fetchAccessKeys,
  fetchSessions,
  removeAccessKey,
  setAccessKeyDisabled,
} from "../api-client/account-api.ts";

const sessionsKey = ["own-sessions"];
const accessKeysKey = ["own-access-keys"];

/** Where one is signed in. */
export function useSessions() {
  return useQuery({ queryKey: sessionsKey, queryFn: ({ signal }) => fetchSessions(signal) });
}

/** Ending one of one's sessions. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => endSession(id),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsKey }),
  });
}

/** One's access keys. */
export function useAccessKeys() {
  return useQuery({ queryKey: accessKeysKey, queryFn: ({ signal }) => fetchAccessKeys(signal) });
}

/** What may be done to an access key. */
export type KeyChange =
  | { readonly kind: "disable" | "enable" | "delete"; readonly id: string }
  | { readonly kind: "add"; readonly description: string };

/** Making, disabling and deleting access keys. A key that was made is the mutation's result. */
export function useKeyChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: KeyChange) => {
      if (change.kind === "add") return addAccessKey(change.description);
      if (change.kind === "delete") await removeAccessKey(change.id);
      else await setAccessKeyDisabled(change.id, change.kind === "disable");
      return null;
    },
    onSettled: () => client.invalidateQueries({ queryKey: accessKeysKey }),
  });
}
