import {
  accessKeyChangeSchema,
  accessKeysSchema,
  createdAccessKeySchema,
  newAccessKeySchema,
  newProjectSchema,
  newUserSchema,
  passwordChangeSchema,
  projectsSchema,
  sessionsSchema,
  userChangeSchema,
  usersSchema,
} from "@trace-console/contracts/administration-api";
import {
  conflictsSchema,
  countingAddressesSchema,
  facetsSchema,
  histogramSchema,
  linesType,
  maxPageSize,
  operatorsSchema,
  projectSchema,
  regionsSchema,
  sessionSchema,
  signInSchema,
  totalsSchema,
  tracePageSchema,
} from "@trace-console/contracts/console-api";
import {
  deliveryLogSchema,
  notificationListSchema,
  operationListSchema,
} from "@trace-console/contracts/notification-list-api";
import { signInWaysSchema } from "@trace-console/contracts/sign-in";
import { traceKinds, traceRatings, traceSchema } from "@trace-console/contracts/trace";
import { excludedField, filterFields, maxTextLength } from "@trace-console/contracts/trace-filter";
import { trackersSchema, trackerStatusSchema } from "@trace-console/contracts/tracker-list-api";
import { exportOperations } from "./export-operations.ts";
import { notificationChanges } from "./notification-changes.ts";
import type { Operation, OperationGroup, QueryParameter } from "./operation.ts";
import { savedViewOperations } from "./saved-view-operations.ts";

const valuesOf = (field: string) => (field === "trace_rating" ? traceRatings : undefined);

/** The query that the Trace List has in its address as well. */
const traceQuery: readonly QueryParameter[] = [
  { name: "from", description: "ms since 1970, inclusive.", isRequired: true },
  { name: "to", description: "ms since 1970, exclusive.", isRequired: true },
  { name: "trace_type", description: "Default system.", values: traceKinds },
  { name: "text", description: `Some text holds it, whatever the case; ${maxTextLength} at most.` },
  ...filterFields.map((name) => ({
    name,
    description: "Any of these values, exactly.",
    isList: true,
    values: valuesOf(name),
  })),
  ...filterFields.map((field) => ({
    name: excludedField(field),
    description: "None of these values.",
    isList: true,
    values: valuesOf(field),
  })),
];

const done = { status: 204 } as const;
const project = "/api/projects/{project_id}";
const lines = `lines (${linesType.split(";", 1)[0]})`;
const counting = `With a text or an address, ${lines} while the traces are read.`;

const sessionOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/api/session",
    summary: "Who is signed in, and what they may do.",
    reply: { status: 200, schema: sessionSchema },
  },
  {
    method: "put",
    path: "/api/session/password",
    summary: "Changes one's password; all other sessions end.",
    body: passwordChangeSchema,
    reply: done,
  },
  {
    method: "get",
    path: "/api/sessions",
    summary: "Where one is signed in.",
    reply: { status: 200, schema: sessionsSchema },
  },
  {
    method: "delete",
    path: "/api/sessions/{session_id}",
    summary: "Ends one of one's sessions.",
    reply: done,
  },
  {
    method: "get",
    path: "/api/access-keys",
    summary: "One's access keys, without their secrets.",
    reply: { status: 200, schema: accessKeysSchema },
  },
  {
    method: "post",
    path: "/api/access-keys",
    summary: "Makes an access key; its secret is told this once.",
    body: newAccessKeySchema,
    reply: { status: 201, schema: createdAccessKeySchema },
  },
  {
    method: "patch",
    path: "/api/access-keys/{access_key_id}",
    summary: "Disables or enables an access key.",
    body: accessKeyChangeSchema,
    reply: done,
  },
  {
    method: "delete",
    path: "/api/access-keys/{access_key_id}",
    summary: "Deletes an access key.",
    reply: done,
  },
];

const traceOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/api/regions",
    summary: "All regions, with one's projects there.",
    reply: { status: 200, schema: regionsSchema },
  },
  {
    method: "get",
    path: `${project}/traces`,
    summary: "A page of the Trace List, newest first.",
    query: [
      ...traceQuery,
      { name: "limit", description: `1 to ${maxPageSize}; default 100.` },
      { name: "next", description: "next of the page before." },
    ],
    reply: { status: 200, schema: tracePageSchema },
  },
  {
    method: "get",
    path: `${project}/traces/{trace_id}`,
    summary: "A trace.",
    reply: { status: 200, schema: traceSchema },
  },
  {
    method: "get",
    path: `${project}/traces/{trace_id}/conflicts`,
    summary: "The other contents that came under the id of a trace; the newest ten are told.",
    reply: { status: 200, schema: conflictsSchema },
  },
  {
    method: "get",
    path: `${project}/traces/{trace_id}/original`,
    summary: "The bytes in which a trace came.",
    reply: { status: 200, mediaType: "application/json" },
  },
  {
    method: "get",
    path: `${project}/operators`,
    summary: "The operators of the last 30 days.",
    reply: { status: 200, schema: operatorsSchema },
  },
  {
    method: "get",
    path: `${project}/totals`,
    summary: `How many traces match. ${counting}`,
    query: traceQuery,
    reply: { status: 200, schema: totalsSchema },
  },
  {
    method: "get",
    path: `${project}/facets`,
    summary: `The values of the fields with their counts. ${counting}`,
    query: traceQuery,
    reply: { status: 200, schema: facetsSchema },
  },
  {
    method: "get",
    path: `${project}/histogram`,
    summary: `The traces over time, by status. ${counting}`,
    query: [
      ...traceQuery,
      { name: "width", description: "Of a bucket, ms: a multiple of a minute.", isRequired: true },
    ],
    reply: { status: 200, schema: histogramSchema },
  },
  {
    method: "get",
    path: `${project}/addresses`,
    summary: `The addresses of the traces with their counts, in ${lines}.`,
    query: traceQuery,
    reply: { status: 200, schema: countingAddressesSchema },
  },
  {
    method: "get",
    path: `${project}/export.csv`,
    summary: "All traces that match, for a spreadsheet.",
    query: traceQuery,
    reply: { status: 200, mediaType: "text/csv" },
  },
  {
    method: "get",
    path: `${project}/export.ndjson`,
    summary: "All traces that match, as they are stored, a line each.",
    query: traceQuery,
    reply: { status: 200, mediaType: "application/x-ndjson" },
  },
  ...exportOperations(`${project}/exports`, traceQuery),
  {
    method: "get",
    path: `${project}/trackers`,
    summary: "The Tracker List.",
    reply: { status: 200, schema: trackersSchema },
  },
  {
    method: "patch",
    path: `${project}/trackers/{tracker_name}`,
    summary: "Enables or disables a tracker.",
    body: trackerStatusSchema,
    reply: done,
  },
];

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

const administrationOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/api/users",
    summary: "Who may sign in, and their roles.",
    reply: { status: 200, schema: usersSchema },
  },
  {
    method: "post",
    path: "/api/users",
    summary: "Adds a user.",
    body: newUserSchema,
    reply: { status: 201 },
  },
  {
    method: "patch",
    path: "/api/users/{user}",
    summary: "Changes what is given of a user.",
    body: userChangeSchema,
    reply: done,
  },
  {
    method: "delete",
    path: "/api/users/{user}",
    summary: "Removes a user with their keys and sessions.",
    reply: done,
  },
  {
    method: "delete",
    path: "/api/users/{user}/sessions",
    summary: "Ends all sessions of a user.",
    reply: done,
  },
  {
    method: "get",
    path: "/api/users/{user}/access-keys",
    summary: "The access keys of a user, without their secrets.",
    reply: { status: 200, schema: accessKeysSchema },
  },
  {
    method: "patch",
    path: "/api/users/{user}/access-keys/{access_key_id}",
    summary: "Disables or enables an access key of a user.",
    body: accessKeyChangeSchema,
    reply: done,
  },
  {
    method: "delete",
    path: "/api/users/{user}/access-keys/{access_key_id}",
    summary: "Deletes an access key of a user.",
    reply: done,
  },
  {
    method: "get",
    path: "/api/projects",
    summary: "All projects that are registered.",
    reply: { status: 200, schema: projectsSchema },
  },
  {
    method: "post",
    path: "/api/projects",
    summary: "Registers a project.",
    body: newProjectSchema,
    reply: { status: 201, schema: projectSchema },
  },
];

const signInOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/api/sign-in",
    summary: "The ways to sign in.",
    reply: { status: 200, schema: signInWaysSchema },
  },
  {
    method: "post",
    path: "/api/session",
    summary: "Signs in: the reply sets the cookie of the session.",
    body: signInSchema,
    reply: { status: 200, schema: sessionSchema },
  },
  {
    method: "delete",
    path: "/api/session",
    summary: "Signs out.",
    reply: done,
  },
];

/** The API of the console. */
export const consoleGroups: readonly OperationGroup[] = [
  { name: "Signing in to the console", callers: "anybody", operations: signInOperations },
  { name: "One's account", callers: "console", operations: sessionOperations },
  { name: "The Trace List", callers: "console", operations: traceOperations },
  { name: "Saved views", callers: "console", operations: savedViewOperations },
  { name: "Notifications in the console", callers: "console", operations: notificationOperations },
  { name: "Users and projects", callers: "console", operations: administrationOperations },
];
