import { z } from "zod";
import { maxPageSize } from "@trace-console/contracts/console-api";
import { tokenRequestSchema } from "@trace-console/contracts/iam-api";
import { notificationSchema } from "@trace-console/contracts/notification-api";
import { operationListSchema } from "@trace-console/contracts/notification-list-api";
import { traceKinds, traceRatings, traceSchema } from "@trace-console/contracts/trace";
import {
  iamDomainsSchema,
  iamProjectsSchema,
  resourceTypesSchema,
  userResourcesSchema,
  versionsSchema,
} from "@trace-console/contracts/wire-lists";
import { notificationChanges } from "./notification-changes.ts";
import {
  done,
  exact,
  type Operation,
  type OperationGroup,
  type QueryParameter,
} from "./operation.ts";
import { trackerOperations } from "./tracker-operations.ts";

const listTracesQuery: readonly QueryParameter[] = [
  { name: "trace_type", description: "Default system.", values: traceKinds },
  { name: "limit", description: `1 to ${maxPageSize}; default 10.` },
  { name: "from", description: "ms since 1970, exclusive; default an hour before to." },
  { name: "to", description: "ms since 1970, exclusive; default now." },
  { name: "next", description: "The marker of the page before." },
  { name: "trace_id", description: "This one trace; every other parameter is ignored." },
  { name: "trace_rating", description: "Trace status.", values: traceRatings },
  ...[
    "service_type",
    "resource_type",
    "trace_name",
    "resource_id",
    "resource_name",
    "user",
    "access_key_id",
    "enterprise_project_id",
    "tracker_name",
  ].map(exact),
];

const listTracesReply = z.object({
  traces: z.array(traceSchema),
  meta_data: z.object({ count: z.int(), marker: z.string().nullable() }),
});

/** Both replied with `user` or the status in forms of their own. */
const oldTracesReply = z.object({
  traces: z.array(z.looseObject({ trace_id: z.string(), time: z.int() })),
  meta_data: listTracesReply.shape.meta_data,
});

const project = "/v3/{project_id}";

const traceOperations: readonly Operation[] = [
  {
    method: "get",
    path: `${project}/traces`,
    summary: "ListTraces: traces of the last seven days, newest first.",
    query: listTracesQuery,
    reply: { status: 200, schema: listTracesReply },
  },
  {
    method: "get",
    path: "/v1.0/{project_id}/{tracker_name}/trace",
    summary: "Traces as version 1.0 had them: user is text.",
    query: listTracesQuery,
    reply: { status: 200, schema: oldTracesReply },
  },
  {
    method: "get",
    path: "/v2.0/{project_id}/{tracker_name}/trace",
    summary: "Traces as version 2.0 had them: trace_status instead of trace_rating.",
    query: listTracesQuery.map((one) =>
      one.name === "trace_rating" ? { ...one, name: "trace_status" } : one,
    ),
    reply: { status: 200, schema: oldTracesReply },
  },
  {
    method: "get",
    path: "/v3/{domain_id}/resources",
    summary: "The resource types of each service.",
    reply: { status: 200, schema: resourceTypesSchema },
  },
  {
    method: "get",
    path: `${project}/user-resources`,
    summary: "The operators of the last 30 days.",
    reply: { status: 200, schema: userResourcesSchema },
  },
  {
    method: "get",
    path: `${project}/operations`,
    summary: "The operations of each resource type.",
    query: [exact("service_type"), { name: "resource_type", description: "Needs service_type." }],
    reply: { status: 200, schema: operationListSchema },
  },
];

const notificationOperations: readonly Operation[] = [
  {
    method: "get",
    path: `${project}/notifications/{notification_type}`,
    summary: "The notifications of a type: smn or fun.",
    query: [exact("notification_name")],
    reply: { status: 200, schema: z.object({ notifications: z.array(notificationSchema) }) },
  },
  ...notificationChanges(`${project}/notifications`, {
    status: 200,
    schema: notificationSchema,
  }),
  {
    method: "delete",
    path: `${project}/notifications`,
    summary: "Deletes notifications.",
    query: [
      { name: "notification_id", description: "Ids, with commas in between.", isRequired: true },
    ],
    reply: done,
  },
];

const iamOperations: readonly Operation[] = ["/v3/projects", "/v3/auth/projects"].map((path) => ({
  method: "get",
  path,
  summary: "The caller's projects.",
  query: [{ name: "name", description: "Exactly one project, such as a region's." }],
  reply: { status: 200, schema: iamProjectsSchema },
}));

/** What everybody may ask. */
const publicOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/v3/auth/tokens",
    summary: "A token for a password, in the header X-Subject-Token (IAM).",
    body: tokenRequestSchema,
    reply: { status: 201, schema: z.object({ token: z.looseObject({}) }) },
  },
  {
    method: "get",
    path: "/{version}",
    summary: "A version of the API.",
    reply: { status: 200, schema: versionsSchema },
  },
  {
    method: "get",
    path: "/healthz",
    summary: "Whether the server answers.",
    reply: { status: 200, schema: z.object({ status: z.literal("ok") }) },
  },
];

/** The wire API of CTS, and the part of IAM that its clients need. */
export const wireGroups: readonly OperationGroup[] = [
  { name: "Traces", callers: "wire", operations: traceOperations },
  { name: "Trackers", callers: "wire", operations: trackerOperations },
  { name: "Key event notifications", callers: "wire", operations: notificationOperations },
  {
    name: "Projects and domains (IAM)",
    callers: "wire",
    operations: [
      ...iamOperations,
      {
        method: "get",
        path: "/v3/auth/domains",
        summary: "The accounts of the caller's projects.",
        reply: { status: 200, schema: iamDomainsSchema },
      },
    ],
  },
  { name: "Tokens and versions", callers: "anybody", operations: publicOperations },
];
