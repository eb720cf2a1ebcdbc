import { createHash } from "node:crypto";
import type { Project } from "@trace-console/contracts/console-api";
import {
  systemTracker,
  type Tracker,
  type TrackerRequest,
} from "@trace-console/contracts/tracker-api";

/** What of a project its trackers tell. */
export type TrackedProject = Pick<Project, "project_id" | "domain_id">;

/**
 * A tracker with the settings that were asked for, and CTS's defaults for the others.
 *
 * @param create_time ms since 1970.
 */
export function describeTracker(
  project: TrackedProject,
  asked: TrackerRequest,
  create_time: number,
): Tracker {
  const { project_id, domain_id = "" } = project;
  const tracker_name = asked.tracker_name || systemTracker;
  const { obs_info, data_bucket } = asked;
  return {
    id: uuidOf(`${project_id}/${tracker_name}`),
    create_time,
    tracker_type: asked.tracker_type,
    tracker_name,
    status: asked.status === "disabled" ? "disabled" : "enabled",
    detail: "",
    domain_id,
    project_id,
    kms_id: asked.kms_id ?? "",
    group_id: "",
    stream_id: "",
    agency_name: asked.agency_name ?? "",
    is_support_validate: asked.is_support_validate ?? false,
    is_support_trace_files_encryption: asked.is_support_trace_files_encryption ?? false,
    is_organization_tracker: false,
    management_event_selector: {
      exclude_service: asked.management_event_selector?.exclude_service ?? [],
    },
    lts: {
      is_lts_enabled: asked.is_lts_enabled ?? false,
      log_group_name: "CTS",
      log_topic_name: `${tracker_name}-trace`,
    },
    ...(obs_info === undefined
      ? {}
      : {
          obs_info: {
            bucket_name: obs_info.bucket_name ?? "",
            file_prefix_name: obs_info.file_prefix_name ?? "",
            is_obs_created: obs_info.is_obs_created ?? false,
            is_authorized_bucket: false,
            bucket_lifecycle: obs_info.bucket_lifecycle ?? 0,
            compress_type: obs_info.compress_type,
            is_sort_by_service: obs_info.is_sort_by_service,
          },
        }),
    ...(data_bucket === undefined
      ? {}
      : {
          data_bucket: {
            data_bucket_name: data_bucket.data_bucket_name ?? "",
            search_enabled: data_bucket.search_enabled ?? true,
            data_event: data_bucket.data_event ?? [],
          },
        }),
  };
}

/** The same name, the same id: a UUID of a hash (RFC 9562, version 8). */
function uuidOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
