import { z } from "zod";
import { traceKinds } from "./trace.ts";

/**
 * Key event notifications as the console reads them. What their settings must keep to is the API's
 * to check (`notification-api.ts`): here it would only be code that the browser has to load.
 */

/** A notification, with all that a change of it must send again. */
export const listedNotificationSchema = z.object({
  notification_id: z.string(),
  notification_name: z.string(),
  operation_type: z.enum(["complete", "customized"]),
  operations: z.array(
    z.object({
      service_type: z.string(),
      resource_type: z.string(),
      trace_names: z.array(z.string()),
    }),
  ),
  notify_user_list: z.array(z.object({ user_group: z.string(), user_list: z.array(z.string()) })),
  topic_id: z.string(),
  filter: z
    .object({
      condition: z.enum(["AND", "OR"]),
      is_support_filter: z.boolean(),
      rule: z.array(z.string()),
    })
    .optional(),
  agency_name: z.string(),
  status: z.enum(["enabled", "disabled"]),
});
export type ListedNotification = z.infer<typeof listedNotificationSchema>;

/** `GET /api/projects/{project_id}/notifications`. */
export const notificationListSchema = z.object({
  notifications: z.array(listedNotificationSchema),
  /** What this user may do with them. */
  may_create: z.boolean(),
  may_update: z.boolean(),
  may_delete: z.boolean(),
});
export type NotificationList = z.infer<typeof notificationListSchema>;

/** Most messages that the log of a notification shows. */
export const deliveriesAtMost = 200;

/**
 * `GET /api/projects/{project_id}/notifications/{notification_id}/deliveries`: the newest messages
 * first. Moments are ms since 1970.
 */
export const deliveryLogSchema = z.object({
  deliveries: z.array(
    z.object({
      trace_id: z.string(),
      trace_name: z.string(),
      trace_kind: z.enum(traceKinds),
      created: z.int(),
      attempts: z.int(),
      /** When it is tried again; null when it will not be. */
      due: z.int().nullable(),
      /** `pending`, `delivered`, or why the last attempt failed. */
      outcome: z.string(),
    }),
  ),
});
export type DeliveryLog = z.infer<typeof deliveryLogSchema>;

/**
 * `GET /api/projects/{project_id}/operations` and `GET /v3/{project_id}/operations`: the operations
 * that a notification may name.
 */
export const operationListSchema = z.object({
  operations: z.array(
    z.object({
      service_type: z.string(),
      resource_type: z.string(),
      operation_list: z.array(z.string()),
    }),
  ),
});
export type OperationList = z.infer<typeof operationListSchema>;
