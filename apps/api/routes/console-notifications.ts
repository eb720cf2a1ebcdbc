import { notFound } from "@trace-console/contracts/errors";
import {
  newNotificationSchema,
  type Notification,
  notificationChangeSchema,
} from "@trace-console/contracts/notification-api";
import {
  deliveriesAtMost,
  type DeliveryLog,
  type NotificationList,
  type OperationList,
} from "@trace-console/contracts/notification-list-api";
import type { NotificationState } from "@trace-console/notifications/open-notifications";
import type { FastifyInstance } from "fastify";
import { noteForAudit } from "../plugins/audited.ts";
import { mayAlso, scopeOf } from "../caller.ts";
import { pathParameter } from "../path-parameter.ts";
import { readJson } from "../read-json.ts";
import type { ScopedTraces } from "../scoped-traces.ts";
import { knownOperations } from "./known-operations.ts";
import { notificationChange } from "./notification-change.ts";

/** `/api/projects/{project_id}/notifications`: the page "Key Event Notifications". */
export function addConsoleNotificationRoutes(
  app: FastifyInstance,
  { notifications, deliveries }: NotificationState,
  traces: ScopedTraces,
): void {
  const project = { by: "console", in: "project_id" } as const;
  const list = { config: { access: { ...project, may: "cts:notification:list" } } } as const;
  const path = "/api/projects/:project_id/notifications";

  app.get(path, list, async (request): Promise<NotificationList> => ({
    notifications: notifications.list(scopeOf(request).project_id),
    may_create: mayAlso(request, "cts:notification:create"),
    may_update: mayAlso(request, "cts:notification:update"),
    may_delete: mayAlso(request, "cts:notification:delete"),
  }));

  app.post(
    path,
    notificationChange("console", "create"),
    async (request, reply): Promise<Notification> => {
      const asked = readJson(request, newNotificationSchema);
      noteForAudit(request, { resource_name: asked.notification_name });
      void reply.code(201);
      return notifications.create(scopeOf(request).project_id, asked);
    },
  );

  app.put(path, notificationChange("console", "update"), async (request, reply) => {
    const asked = readJson(request, notificationChangeSchema);
    noteForAudit(request, {
      resource_id: asked.notification_id,
      resource_name: asked.notification_name,
    });
    notifications.update(scopeOf(request).project_id, asked);
    return reply.code(204).send();
  });

  app.delete(
    `${path}/:notification_id`,
    notificationChange("console", "delete"),
    async (request, reply) => {
      const id = pathParameter(request, "notification_id");
      noteForAudit(request, { resource_id: id });
      notifications.remove(scopeOf(request).project_id, [id]);
      return reply.code(204).send();
    },
  );

  app.get(`${path}/:notification_id/deliveries`, list, async (request): Promise<DeliveryLog> => {
    const id = pathParameter(request, "notification_id");
    const known = notifications.find(scopeOf(request).project_id, id);
    if (known === undefined) throw notFound();
    return {
      deliveries: deliveries.log(known, deliveriesAtMost).map(({ due, ...one }) => ({
        ...one,
        due: due ?? null,
      })),
    };
  });

  app.get(
    "/api/projects/:project_id/operations",
    { config: { access: { ...project, may: "cts:notification:listOperation" } } },
    async (request): Promise<OperationList> => ({
      operations: knownOperations(await traces.listOperations(scopeOf(request))),
    }),
  );
}
