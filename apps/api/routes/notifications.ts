import { ApiError } from "@trace-console/contracts/errors";
import {
  newNotificationSchema,
  notificationChangeSchema,
  notificationTypeSchema,
} from "@trace-console/contracts/notification-api";
import type { Notifications } from "@trace-console/notifications/notifications";
import type { FastifyInstance } from "fastify";
import { scopeOf } from "../caller.ts";
import { pathParameter } from "../path-parameter.ts";
import { readJson } from "../read-json.ts";
import { searchParams } from "../search-params.ts";
import { notificationChange } from "./notification-change.ts";

/** Key event notifications (CTS API reference, "Key Event Notification Management"). */
export function addNotificationRoutes(app: FastifyInstance, notifications: Notifications): void {
  const project = { by: "wire", in: "project_id" } as const;
  const path = "/v3/:project_id/notifications";

  app.get(
    `${path}/:notification_type`,
    { config: { access: { ...project, may: "cts:notification:list" } } },
    async (request) => {
      const type = notificationTypeSchema.safeParse(pathParameter(request, "notification_type"));
      if (!type.success) throw new ApiError("APIGW.0101");
      const name = searchParams(request).get("notification_name");
      return {
        notifications: notifications
          .list(scopeOf(request).project_id)
          .filter((one) => one.notification_type === type.data)
          .filter((one) => !name || one.notification_name === name),
      };
    },
  );

  app.post(path, notificationChange("wire", "create"), async (request, reply) => {
    const asked = readJson(request, newNotificationSchema);
    void reply.code(201);
    return notifications.create(scopeOf(request).project_id, asked);
  });

  app.put(path, notificationChange("wire", "update"), async (request) => {
    const asked = readJson(request, notificationChangeSchema);
    return notifications.update(scopeOf(request).project_id, asked);
  });

  app.delete(path, notificationChange("wire", "delete"), async (request, reply) => {
    const ids = searchParams(request).get("notification_id")?.split(",") ?? [];
    notifications.remove(scopeOf(request).project_id, ids);
    return reply.code(204).send();
  });
}
