import {
  newNotificationSchema,
  notificationChangeSchema,
  notificationSchema,
} from "@trace-console/contracts/notification-api";
import type { Operation, OperationReply } from "./operation.ts";

/** Creating and changing notifications, on the wire and in the console. @param changed answers a change. */
export function notificationChanges(path: string, changed: OperationReply): readonly Operation[] {
  return [
    {
      method: "post",
      path,
      summary: "Creates a notification.",
      body: newNotificationSchema,
      reply: { status: 201, schema: notificationSchema },
    },
    {
      method: "put",
      path,
      summary: "Replaces the settings of a notification.",
      body: notificationChangeSchema,
      reply: changed,
    },
  ];
}
