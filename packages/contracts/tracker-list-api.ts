import { z } from "zod";

/** `GET /api/projects/{project_id}/trackers`. */
export const trackersSchema = z.object({
  trackers: z.array(
    z.object({
      tracker_name: z.string(),
      tracker_type: z.enum(["system", "data"]),
      status: z.enum(["enabled", "disabled"]),
      /** Of the bucket that traces are transferred to, and that a data tracker records. */
      transfer_bucket: z.string(),
      data_bucket: z.string(),
    }),
  ),
  /** Whether this user may enable and disable them. */
  may_update: z.boolean(),
});
export type TrackerList = z.infer<typeof trackersSchema>;

/** `PATCH /api/projects/{project_id}/trackers/{tracker_name}`. */
export const trackerStatusSchema = z.strictObject({ status: z.enum(["enabled", "disabled"]) });
export type TrackerStatus = TrackerList["trackers"][number]["status"];
