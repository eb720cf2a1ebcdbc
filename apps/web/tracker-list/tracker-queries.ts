import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { TrackerStatus } from "@trace-console/contracts/tracker-list-api";
import { fetchTrackers, setTrackerStatus } from "../api-client/tracker-api.ts";

function keyOf(projectId: string): string[] {
  return ["trackers", projectId];
}

/** The trackers of a project. */
export function useTrackers(projectId: string) {
  return useQuery({
    queryKey: keyOf(projectId),
    queryFn: ({ signal }) => fetchTrackers(projectId, signal),
  });
}

/** Enabling and disabling a tracker; what is shown of it follows. */
export function useTrackerStatus(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, status }: { readonly name: string; readonly status: TrackerStatus }) =>
      setTrackerStatus(projectId, name, status),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(projectId) }),
  });
}
