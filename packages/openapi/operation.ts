import type { z } from "zod";

/** What a request carries in its address beside the path. */
export interface QueryParameter {
  readonly name: string;
  readonly description: string;
  readonly isRequired?: boolean;
  /** Whether it may be given several times. */
  readonly isList?: boolean;
  readonly values?: readonly string[];
}

/** A reply that is no error. */
export interface OperationReply {
  readonly status: 200 | 201 | 204;
  /** Of JSON. */
  readonly schema?: z.ZodType;
  /** Of anything else: its media type. */
  readonly mediaType?: string;
}

/** An operation of the API: what it does, takes and answers. */
export interface Operation {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** `/v3/{project_id}/traces` */
  readonly path: string;
  readonly summary: string;
  readonly query?: readonly QueryParameter[];
  readonly body?: z.ZodType;
  readonly reply: OperationReply;
}

/** Operations that go together, and how their caller is known. */
export interface OperationGroup {
  readonly name: string;
  readonly callers: "console" | "wire" | "anybody";
  readonly operations: readonly Operation[];
}

/** The reply to what is done without anything to tell. */
export const done: OperationReply = { status: 204 };

/** A parameter that filters by a value. */
export function exact(name: string): QueryParameter {
  return {
    name,
    description: "Exact match, case-sensitive.",
  };
}
