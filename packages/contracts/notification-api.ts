import { z } from "zod";
import { opaqueIdSchema } from "./ids.ts";

/** Key event notifications on the wire (CTS API reference, "Key Event Notification Management"). */

/** How many notifications a project may have (CTS, "Constraints"). */
export const notificationsAtMost = 100;

/** The fields that a rule may ask about. */
export const ruleFields = [
  "api_version",
  "code",
  "trace_rating",
  "trace_type",
  "resource_id",
  "resource_name",
] as const;
export type RuleField = (typeof ruleFields)[number];

/** A rule of a filter: `code != 200`. */
export interface FilterRule {
  readonly field: RuleField;
  readonly isEqual: boolean;
  readonly value: string;
}

/** Reads a rule; undefined when it is none. */
export function parseRule(text: string): FilterRule | undefined {
  const [, name, operator, value] = /^\s*(\w+)\s*(!?=)\s*(.*?)\s*$/.exec(text) ?? [];
  const field = ruleFields.find((one) => one === name);
  return field === undefined || value === undefined || value === ""
    ? undefined
    : { field, isEqual: operator === "=", value };
}

const nameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}_-]{1,64}$/u, "a name is 1 to 64 letters, digits, _ and -");
const urnSchema = z
  .string()
  .regex(/^urn:(smn|fss|fun):[\w:.-]{1,250}$/, "topic_id is a URN of SMN or FunctionGraph");

const operationSchema = z.object({
  service_type: z.string().min(1).max(64),
  resource_type: z.string().min(1).max(64),
  trace_names: z.array(z.string().min(1).max(128)).min(1).max(1000),
});

const filterSchema = z.object({
  condition: z.enum(["AND", "OR"]).default("AND"),
  is_support_filter: z.boolean().default(false),
  rule: z
    .array(
      z
        .string()
        .refine(
          (text) => parseRule(text) !== undefined,
          `a rule is a field (${ruleFields.join(", ")}), = or !=, and a value`,
        ),
    )
    .max(6)
    .default([]),
});

const settingsShape = {
  notification_name: nameSchema,
  operation_type: z.enum(["complete", "customized"]),
  operations: z.array(operationSchema).max(100).default([]),
  notify_user_list: z
    .array(
      z.object({
        user_group: z.string().max(64).default(""),
        user_list: z.array(z.string().max(64)).max(50).default([]),
      }),
    )
    .max(10)
    .default([]),
  topic_id: urnSchema.or(z.literal("")).default(""),
  filter: filterSchema.optional(),
  agency_name: z.string().max(64).default(""),
};

/** `POST /v3/{project_id}/notifications`. */
export const newNotificationSchema = z.object(settingsShape);
export type NewNotification = z.infer<typeof newNotificationSchema>;

/** `PUT /v3/{project_id}/notifications`: replaces all settings. */
export const notificationChangeSchema = z.object({
  ...settingsShape,
  notification_id: opaqueIdSchema,
  status: z.enum(["enabled", "disabled"]),
});
export type NotificationChange = z.infer<typeof notificationChangeSchema>;

export const notificationTypeSchema = z.enum(["smn", "fun"]);
export type NotificationType = z.infer<typeof notificationTypeSchema>;

/** A notification in a reply. */
export const notificationSchema = z.object({
  ...settingsShape,
  notification_id: z.string(),
  notification_type: notificationTypeSchema,
  status: z.enum(["enabled", "disabled"]),
  project_id: z.string(),
  create_time: z.int(),
});
export type Notification = z.infer<typeof notificationSchema>;

/** Where the messages of a topic or the calls of a function go. */
export const endpointsSchema = z.record(
  urnSchema,
  z.strictObject({
    url: z.url({ protocol: /^https?$/ }),
    /** With what messages are signed. */
    secret: z.string().min(16),
  }),
);
export type Endpoints = z.infer<typeof endpointsSchema>;
