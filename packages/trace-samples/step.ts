import type { Trace, TraceRating } from "@trace-console/contracts/trace";

/** How an operation fails: its HTTP status, its status as a trace and the body that comes back. */
export interface Failure {
  readonly code: number;
  readonly rating: TraceRating;
  readonly body: object;
}

/** JSON that goes into `request` or `response` as text; a string goes in as it is. */
export type Body = string | object;

/** One operation of a story, as the service reports it. */
export interface Step {
  readonly trace_name: string;
  readonly resource_type: string;
  readonly resource_name?: string;
  readonly resource_id?: string;
  /** Default: ModelArts. */
  readonly service_type?: string;
  readonly event_type?: string;
  readonly api_version?: string;
  /** Name of the API operation; default: the trace name. */
  readonly operation_id?: string;
  readonly request?: Body;
  readonly response?: Body;
  /** HTTP status when it succeeds. */
  readonly code: number;
  readonly read_only?: boolean;
  readonly message?: string;
  /** What it fails with if it fails. */
  readonly failure?: Failure;
  /** The operation brings the resource into being: if it fails there is no id. */
  readonly creates?: boolean;
  /** Chance to fail; default 0.06. */
  readonly risk?: number;
  /** The system does it: neither user nor address. */
  readonly bySystem?: boolean;
  /** Fields that only this kind of trace has. */
  readonly more?: Partial<Trace>;
}
