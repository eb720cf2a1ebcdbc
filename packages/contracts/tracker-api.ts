import { z } from "zod";
import type { ErrorCode } from "./errors.ts";

/** Trackers on the wire (CTS API reference, "Tracker Management"). */

export const trackerTypeSchema = z.enum(["system", "data"]);
export type TrackerType = z.infer<typeof trackerTypeSchema>;

const obsInfoSchema = z.object({
  bucket_name: z.string().optional(),
  file_prefix_name: z.string().optional(),
  is_obs_created: z.boolean().optional(),
  bucket_lifecycle: z.int().optional(),
  compress_type: z.enum(["gzip", "json"]).default("gzip"),
  is_sort_by_service: z.boolean().default(true),
});

const dataBucketSchema = z.object({
  data_bucket_name: z.string().optional(),
  search_enabled: z.boolean().optional(),
  data_event: z.array(z.string()).optional(),
});

/** `POST` and `PUT /v3/{project_id}/tracker`; a `PUT` replaces everything but an absent status. */
export const trackerRequestSchema = z.object({
  tracker_type: trackerTypeSchema,
  tracker_name: z.string().optional(),
  status: z.string().optional(),
  is_lts_enabled: z.boolean().optional(),
  obs_info: obsInfoSchema.optional(),
  is_support_validate: z.boolean().optional(),
  is_support_trace_files_encryption: z.boolean().optional(),
  kms_id: z.string().optional(),
  is_organization_tracker: z.boolean().optional(),
  agency_name: z.string().optional(),
  management_event_selector: z
    .object({ exclude_service: z.array(z.string()).optional() })
    .optional(),
  data_bucket: dataBucketSchema.optional(),
});
export type TrackerRequest = z.infer<typeof trackerRequestSchema>;

/** A tracker in a reply, in the types of the strictest client. */
export const trackerSchema = z.object({
  id: z.string(),
  create_time: z.int(),
  tracker_type: trackerTypeSchema,
  tracker_name: z.string(),
  status: z.enum(["enabled", "disabled"]),
  detail: z.string(),
  domain_id: z.string(),
  project_id: z.string(),
  kms_id: z.string(),
  group_id: z.string(),
  stream_id: z.string(),
  agency_name: z.string(),
  is_support_validate: z.boolean(),
  is_support_trace_files_encryption: z.boolean(),
  is_organization_tracker: z.boolean(),
  management_event_selector: z.object({ exclude_service: z.array(z.string()) }),
  lts: z.object({
    is_lts_enabled: z.boolean(),
    log_group_name: z.string(),
    log_topic_name: z.string(),
  }),
  obs_info: z
    .object({
      bucket_name: z.string(),
      file_prefix_name: z.string(),
      is_obs_created: z.boolean(),
      is_authorized_bucket: z.boolean(),
      bucket_lifecycle: z.int(),
      compress_type: z.enum(["gzip", "json"]),
      is_sort_by_service: z.boolean(),
    })
    .optional(),
  data_bucket: z
    .object({
      data_bucket_name: z.string(),
      search_enabled: z.boolean(),
      data_event: z.array(z.string()),
    })
    .optional(),
});
export type Tracker = z.infer<typeof trackerSchema>;

/** The management tracker's one name. */
export const systemTracker = "system";

const bucketName = /^(?!-|\.)(?!.*(\.\.|-\.|\.-))[a-z0-9.-]{3,63}(?<![-.])$/;

/** Whether OBS takes a name for a bucket (OBS user guide, "Creating a Bucket"). */
export function isBucketName(name: string): boolean {
  return bucketName.test(name);
}

/** Why CTS refuses the settings of a tracker, whichever others there are; undefined when it does not. */
export function findTrackerProblem(asked: TrackerRequest): ErrorCode | undefined {
  const { tracker_type, tracker_name = "", obs_info, data_bucket, status } = asked;
  const isData = tracker_type === "data";
  const bucket = obs_info?.bucket_name ?? "";
  const prefix = obs_info?.file_prefix_name ?? "";
  const tracked = data_bucket?.data_bucket_name ?? "";
  const events = data_bucket?.data_event ?? [];
  if (status !== undefined && !["enabled", "disabled"].includes(status)) return "CTS.0205";
  if (!isData && tracker_name !== systemTracker && tracker_name !== "") return "CTS.0204";
  if (isData && !/^[A-Za-z][\w-]{0,63}$/.test(tracker_name)) return "CTS.0203";
  if (isData && tracker_name === systemTracker) return "CTS.0203";
  if (bucket !== "" && !isBucketName(bucket)) return "CTS.0231";
  if (!/^[\w.-]{0,64}$/.test(prefix)) return "CTS.0218";
  if (asked.is_support_trace_files_encryption === true && !asked.kms_id) return "CTS.0221";
  if (asked.is_organization_tracker === true) return "CTS.0228";
  if (!isData) return undefined;
  if (tracked === "") return "CTS.0210";
  if (!isBucketName(tracked)) return "CTS.0231";
  if (tracked === bucket) return "CTS.0213";
  if (events.length === 0) return "CTS.0219";
  if (events.some((event) => event !== "READ" && event !== "WRITE")) return "CTS.0225";
  return undefined;
}

const obsBucketSchema = z.looseObject({ bucket_name: z.string().optional() });

/** `POST /v3/{domain_id}/checkbucket`. */
export const bucketCheckRequestSchema = z.object({ buckets: z.array(obsBucketSchema).max(100) });
export interface BucketCheck {
  readonly error_code: string;
  readonly error_message: string;
  readonly response_code: number;
  readonly success: boolean;
}

/** `GET` and `PUT /v3/{project_id}/configuration`. */
export const configurationSchema = z.object({
  is_sync_global_trace: z.boolean().default(false),
  is_support_read_only: z.boolean().default(false),
  support_read_only_services: z.array(z.string()).default([]),
});
export type Configuration = z.infer<typeof configurationSchema>;

const tagSchema = z.object({
  key: z.string().min(1).max(128),
  value: z.string().max(255).default(""),
});
export type Tag = z.infer<typeof tagSchema>;

/** `POST …/tags/create` and `DELETE …/tags/delete`: 20 tags, as many as a resource may have. */
export const tagsSchema = z.object({ tags: z.array(tagSchema).min(1).max(20) });

/** `POST …/resource-instances/filter`. */
export const tagFilterSchema = z.object({
  tags: z
    .array(z.object({ key: z.string(), values: z.array(z.string()).default([]) }))
    .max(20)
    .optional(),
});
