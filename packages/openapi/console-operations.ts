import {
  deliveryLogSchema,
  notificationListSchema,
  operationListSchema,
} from "@trace-console/contracts/notification-list-api";
import { accountOperations, signInOperations } from "./account-operations.ts";
import { administrationOperations } from "./administration-operations.ts";
import { notificationChanges } from "./notification-changes.ts";
import { done, type Operation, type OperationGroup } from "./operation.ts";
import { savedViewOperations } from "./saved-view-operations.ts";
import { traceOperations } from "./trace-operations.ts";

const project = "/api/projects/{project_id}";

const notificationOperations: readonly Operation[] = [
  {
    method: "get",
    path: `${project}/notifications`,
    summary: "The project's notifications.",
    reply: { status: 200, schema: notificationListSchema },
  },
  ...notificationChanges(`${project}/notifications`, done),
  {
    method: "delete",
    path: `${project}/notifications/{notification_id}`,
    summary: "Deletes a notification.",
    reply: done,
  },
  {
    method: "get",
    path: `${project}/notifications/{notification_id}/deliveries`,
    summary: "What became of the newest messages of a notification.",
    reply: { status: 200, schema: deliveryLogSchema },
  },
  {
    method: "get",
    path: `${project}/operations`,
    summary: "Operations that a notification may name.",
    reply: { status: 200, schema: operationListSchema },
  },
];

/** The API of the console. */
export const consoleGroups: readonly OperationGroup[] = [
  { name: "Signing in to the console", callers: "anybody", operations: signInOperations },
  { name: "One's account", callers: "console", operations: accountOperations },
  { name: "The Trace List", callers: "console", operations: traceOperations },
  { name: "Saved views", callers: "console", operations: savedViewOperations },
  { name: "Notifications in the console", callers: "console", operations: notificationOperations },
  { name: "Users and projects", callers: "console", operations: administrationOperations },
];
