import { z } from "zod";

/**
 * The fields that a table of traces can have as columns, in the order that an exported one has when
 * none are named: those of the Trace List first, then what an auditor filters a sheet by. `user` is
 * the operator's name, `access_key_id` the operator's key.
 */
export const exportColumns = [
  "time",
  "trace_name",
  "resource_type",
  "service_type",
  "resource_id",
  "resource_name",
  "trace_rating",
  "user",
  "source_ip",
  "trace_type",
  "code",
  "trace_id",
  "record_time",
  "message",
  "request",
  "response",
  "request_id",
  "api_version",
  "operation_id",
  "read_only",
  "event_type",
  "tracker_name",
  "enterprise_project_id",
  "resource_account_id",
  "domain_id",
  "project_id",
  "access_key_id",
  "user_agent",
  "endpoint",
  "resource_url",
  "location_info",
] as const;
export type ExportColumn = (typeof exportColumns)[number];

/** The columns of the Trace List: all but what an expanded row or only an export shows. */
export const listColumnSchema = z
  .enum(exportColumns)
  .exclude([
    "request",
    "response",
    "resource_account_id",
    "domain_id",
    "user_agent",
    "resource_url",
  ]);
export type ListColumn = z.infer<typeof listColumnSchema>;
