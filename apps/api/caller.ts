import type { GrantedProject, Permissions } from "@trace-console/accounts/permissions";
import type { InstallationAction, ProjectAction } from "@trace-console/contracts/permissions";
import type { FastifyRequest } from "fastify";
import type { ProjectScope } from "./project-scope.ts";

/** Who is calling, by what they are known, and what they may do. */
export interface Caller extends Permissions {
  readonly user: string;
  readonly by: "session" | "token" | "access key";
  /** Of a session: which one. */
  readonly session_id?: string;
  /** Of an access key: which one. */
  readonly access_key_id?: string;
  readonly projects: readonly GrantedProject[];
}

/**
 * Who may call a route. `by`: who signs in to the console has a session, whoever speaks the wire
 * API of CTS a signature or a token; neither is taken for the other. `may`: the action needed, in
 * the project or in a project of the domain that the path names as `{project_id}` or `{domain_id}`.
 */
export type Access =
  | "public"
  | { readonly by: "console" | "wire"; readonly may: "be signed in" | InstallationAction }
  | {
      readonly by: "console" | "wire";
      readonly may: ProjectAction;
      readonly in: "project_id" | "domain_id";
    };

declare module "fastify" {
  interface FastifyRequest {
    /** Set for every route that is not public. */
    caller: Caller | undefined;
    /** Whether the caller is known only when the body, which is signed too, has been read. */
    isBodySigned: boolean;
    /** Set for every route of a project or a domain: where this request may do what it is for. */
    scopes: readonly ProjectScope[] | undefined;
  }
  interface FastifyContextConfig {
    /** A route without it fails the start. */
    access?: Access;
  }
}

/** Who calls a route that is not public. */
export function callerOf({ caller }: FastifyRequest): Caller {
  if (caller === undefined) throw new Error("a public route has no caller");
  return caller;
}

/** Leave to do what a route of a domain is for, in each project where the caller has it. */
export function scopesOf({ scopes }: FastifyRequest): readonly ProjectScope[] {
  if (scopes === undefined) throw new Error("only a route of a project or a domain has a scope");
  return scopes;
}

/** Leave to do what a route of a project is for. */
export function scopeOf(request: FastifyRequest): ProjectScope {
  const [scope] = scopesOf(request);
  if (scope === undefined) throw new Error("a request without leave was let through");
  return scope;
}

/** Whether the caller of a route of a project may also do something else there. */
export function mayAlso(request: FastifyRequest, action: ProjectAction): boolean {
  const { project_id } = scopeOf(request);
  const granted = callerOf(request).projects.find((one) => one.project.project_id === project_id);
  return granted?.actions.has(action) ?? false;
}
