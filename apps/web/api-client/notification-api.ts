import type {
  NewNotification,
  NotificationChange,
} from "@trace-console/contracts/notification-api";
import {
  deliveryLogSchema,
  listedNotificationSchema,
  notificationListSchema,
  operationListSchema,
} from "@trace-console/contracts/notification-list-api";
import type {
  DeliveryLog,
  ListedNotification,
  NotificationList,
  OperationList,
} from "@trace-console/contracts/notification-list-api";
import { requestJson, requestNothing } from "./request.ts";

function projectPath(projectId: string): string {
  return `/api/projects/${encodeURIComponent(projectId)}`;
}

function pathOf(projectId: string): string {
  return `${projectPath(projectId)}/notifications`;
}

/** The key event notifications of a project, and what one may do with them. */
export function fetchNotifications(
  projectId: string,
  signal: AbortSignal,
): Promise<NotificationList> {
  return requestJson(pathOf(projectId), notificationListSchema, { signal });
}

/** Makes a notification, which is enabled. */
export function createNotification(
  projectId: string,
  settings: NewNotification,
): Promise<ListedNotification> {
  const options = { method: "POST", body: settings } as const;
  return requestJson(pathOf(projectId), listedNotificationSchema, options);
}

/** Replaces all settings of a notification. */
export function updateNotification(projectId: string, settings: NotificationChange): Promise<void> {
  return requestNothing(pathOf(projectId), { method: "PUT", body: settings });
}

/** Deletes a notification. */
export function removeNotification(projectId: string, id: string): Promise<void> {
  return requestNothing(`${pathOf(projectId)}/${encodeURIComponent(id)}`, { method: "DELETE" });
}

/** What became of the newest messages of a notification. */
export function fetchDeliveries(
  projectId: string,
  id: string,
  signal: AbortSignal,
): Promise<DeliveryLog> {
  const path = `${pathOf(projectId)}/${encodeURIComponent(id)}/deliveries`;
  return requestJson(path, deliveryLogSchema, { signal });
}

/** The operations that a notification of the project may name. */
export function fetchOperations(projectId: string, signal: AbortSignal): Promise<OperationList> {
  return requestJson(`${projectPath(projectId)}/operations`, operationListSchema, { signal });
}
