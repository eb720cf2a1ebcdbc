import { trackersSchema } from "@trace-console/contracts/tracker-list-api";
import type { TrackerList, TrackerStatus } from "@trace-console/contracts/tracker-list-api";
import { requestJson, requestNothing } from "./request.ts";

function pathOf(projectId: string): string {
  return `/api/projects/${encodeURIComponent(projectId)}/trackers`;
}

/** The trackers of a project. */
export function fetchTrackers(projectId: string, signal: AbortSignal): Promise<TrackerList> {
  return requestJson(pathOf(projectId), trackersSchema, { signal });
}

/** Enables or disables a tracker. */
export function setTrackerStatus(
  projectId: string,
  name: string,
  status: TrackerStatus,
): Promise<void> {
  const path = `${pathOf(projectId)}/${encodeURIComponent(name)}`;
  return requestNothing(path, { method: "PATCH", body: { status } });
}
