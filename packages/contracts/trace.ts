import { z } from "zod";

/**
 * The trace as it travels on the wire, in the types of the strictest client (the vendor's Go SDK:
 * a number in `code` or an object in `request` fails there). One schema: the API emits it, the
 * store keeps it, the console shows it, and the page "Trace structure" is made from it. Meanings
 * and types: CTS User Guide, "Trace Structure", and API reference, ListTraces.
 *
 * Only `time` and `trace_name` are required; what is absent stays absent. Fields that nobody knows
 * yet are kept (`looseObject`).
 */

const userDomainSchema = z.looseObject({
  id: z.string().optional().describe("Account id."),
  name: z.string().optional().describe("Account name."),
});

const sessionContextSchema = z.looseObject({
  attributes: z
    .looseObject({
      created_at: z
        .string()
        .optional()
        .describe("When the temporary credential was issued, ms since 1970 as a string."),
      mfa_authenticated: z.string().optional().describe("Whether MFA was passed."),
    })
    .optional()
    .describe("Attributes of the temporary credential."),
});

/** `user` of a trace (UserInfo of the CTS API): who did it, and with which identity. */
export const traceUserSchema = z.looseObject({
  id: z.string().optional().describe("IAM user id."),
  name: z.string().optional().describe("IAM user name: the Operator of the Trace List."),
  user_name: z.string().optional().describe("Same as name."),
  domain: userDomainSchema.optional().describe("The account of the user."),
  account_id: z.string().optional().describe("Account id."),
  access_key_id: z.string().optional().describe("Access key used; temporary ones start with HST."),
  principal_urn: z.string().optional().describe("URN of the identity."),
  principal_id: z.string().optional().describe("Id of the identity."),
  principal_is_root_user: z
    .string()
    .optional()
    .describe('"true" for the root user of the account, else "false".'),
  type: z.string().optional().describe("Identity type, for example User."),
  invoked_by: z
    .array(z.string())
    .optional()
    .describe("The calling service, for example service.console."),
  session_context: sessionContextSchema
    .optional()
    .describe("The session of a temporary credential."),
  OriginUser: z.string().optional().describe("The user who started an assumed session."),
});

/** One trace on the wire. Unknown fields are kept. */
export const traceSchema = z.looseObject({
  trace_id: z.string().describe("Id of the trace, given by CTS (a time-based UUID)."),
  trace_name: z.string().min(1).describe("Name of the operation; case-sensitive."),
  trace_rating: z
    .string()
    .optional()
    .describe(
      "Trace status: normal (the operation succeeded), warning (it failed), incident (it failed with a serious consequence).",
    ),
  trace_type: z
    .string()
    .optional()
    .describe(
      "Origin: ConsoleAction, ApiCall or SystemAction for management traces, ObsSDK or ObsAPI for data traces.",
    ),
  event_type: z.string().optional().describe("system, or global for services such as IAM."),
  service_type: z.string().optional().describe("Cloud service: the Trace Source."),
  resource_type: z.string().optional().describe("Type of the resource that was operated on."),
  resource_name: z.string().optional().describe("Name of the resource."),
  resource_id: z
    .string()
    .optional()
    .describe("Id of the resource; absent or empty when it has none or creation failed."),
  resource_account_id: z
    .string()
    .optional()
    .describe("Account that owns the resource, for operations across accounts."),
  source_ip: z.string().optional().describe("Address of the client; empty for SystemAction."),
  user: traceUserSchema.optional().describe("Who did it; absent for SystemAction."),
  time: z.int().describe("When the operation happened, ms since 1970 (UTC)."),
  record_time: z.int().optional().describe("When CTS recorded it, ms since 1970 (UTC)."),
  request: z.string().optional().describe("Request body, usually JSON text; secrets are masked."),
  response: z.string().optional().describe("Response body, usually JSON text."),
  code: z.string().optional().describe("HTTP status of the operation, as text."),
  api_version: z.string().optional().describe("Version of the API that was called."),
  message: z.string().optional().describe("Remark of the service, often JSON text."),
  request_id: z.string().optional().describe("Id of the request."),
  location_info: z.string().optional().describe("Further data for locating a fault."),
  endpoint: z.string().optional().describe("Endpoint of the resource's detail page."),
  resource_url: z.string().optional().describe("Path of the resource's detail page."),
  enterprise_project_id: z
    .string()
    .optional()
    .describe("Enterprise project of the resource; 0 is the default one."),
  operation_id: z.string().optional().describe("Id or name of the API operation."),
  read_only: z.boolean().optional().describe("Whether the request only reads."),
  tracker_name: z
    .string()
    .optional()
    .describe("Tracker that recorded it: system for management traces."),
  domain_id: z.string().optional().describe("Account that triggered the trace."),
  project_id: z.string().optional().describe("Project of the trace."),
  user_agent: z.string().optional().describe("Client program."),
  content_length: z.number().optional().describe("Length of the request body in bytes (OBS)."),
  total_time: z.number().optional().describe("Response time in ms (OBS)."),
});

export type Trace = z.infer<typeof traceSchema>;
export type TraceUser = z.infer<typeof traceUserSchema>;

/** The three trace statuses, least serious first. */
export const traceRatings = ["normal", "warning", "incident"] as const;
export type TraceRating = (typeof traceRatings)[number];

/** What `trace_type` may be in a *query*: management traces or data traces. */
export const traceKinds = ["system", "data"] as const;
export type TraceKind = (typeof traceKinds)[number];

/**
 * The kind of a trace, told by its origin: `data` for `ObsSDK` and `ObsAPI` in any case, else
 * `system`.
 */
export function traceKind(trace: Pick<Trace, "trace_type">): TraceKind {
  const origin = trace.trace_type?.toLowerCase();
  return origin === "obssdk" || origin === "obsapi" ? "data" : "system";
}
