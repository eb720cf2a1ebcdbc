import { randomUUID } from "node:crypto";
import type { Project } from "@trace-console/contracts/console-api";
import type { Trace } from "@trace-console/contracts/trace";

/** Something that was done with this installation, or refused to somebody. */
export interface AuditEvent {
  /** ms since 1970. */
  readonly time: number;
  readonly trace_name: string;
  readonly resource_type: string;
  readonly resource_id?: string | undefined;
  readonly resource_name?: string | undefined;
  readonly origin: "ConsoleAction" | "ApiCall" | "SystemAction";
  /** Of the reply; 200 for what the system does itself. */
  readonly status: number;
  /** Who did it, or says to be who did; undefined: the system, or nobody knows. */
  readonly user?: string | undefined;
  readonly access_key_id?: string | undefined;
  readonly source_ip?: string | undefined;
  readonly user_agent?: string | undefined;
  readonly request_id?: string | undefined;
  /** Without secrets. */
  readonly request?: unknown;
  readonly message?: string | undefined;
}

/**
 * The trace of an event in one project, as CTS writes those of its own operations (service `CTS`;
 * CTS user guide, "CTS Operations Supported by CTS").
 */
export function writeAuditTrace(event: AuditEvent, project: Project): Trace {
  const { user, access_key_id, time, status, request, origin } = event;
  const account = project.domain_id === undefined ? {} : { id: project.domain_id };
  return {
    trace_id: randomUUID(),
    trace_name: event.trace_name,
    trace_rating: status < 400 ? "normal" : "warning",
    trace_type: origin,
    event_type: "system",
    service_type: "CTS",
    resource_type: event.resource_type,
    resource_id: event.resource_id,
    resource_name: event.resource_name,
    source_ip: event.source_ip ?? "",
    user: user === undefined ? undefined : { id: user, name: user, access_key_id, domain: account },
    time,
    record_time: time,
    request: request === undefined ? undefined : JSON.stringify(request),
    code: String(status),
    message: event.message,
    request_id: event.request_id,
    user_agent: event.user_agent,
    tracker_name: "system",
    project_id: project.project_id,
    domain_id: project.domain_id,
  };
}
