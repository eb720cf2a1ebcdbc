import type { FastifyRequest } from "fastify";

/** As what a route that changes or exports something is recorded; names as CTS has them. */
export interface Audited {
  readonly trace_name: string;
  readonly resource_type: string;
  /** Whether the body is not for all readers of the project, who read the record. */
  readonly isBodyPrivate?: boolean;
}

/** What only the handler knows of an event. */
export interface AuditDetails {
  /** Who says to be who, before it is known: the user of a sign-in. */
  readonly user?: string;
  /** Where the reply's own status does not tell: it leads the browser elsewhere after a refusal. */
  readonly status?: number;
  readonly resource_id?: string;
  readonly resource_name?: string;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** A route that does more than read and has none fails the start. */
    audit?: Audited | "only reads";
  }
  interface FastifyRequest {
    auditDetails: AuditDetails | undefined;
    /** Whether access was refused, before any handler. */
    isRefused: boolean;
  }
}

/** Tells what the record of this request shall say; what was told before stays. */
export function noteForAudit(request: FastifyRequest, details: AuditDetails): void {
  request.auditDetails = { ...request.auditDetails, ...details };
}
