import { allProjects } from "@trace-console/contracts/permissions";
import type { Grant, Role } from "@trace-console/contracts/permissions";

/** A role that is being chosen. */
export interface DraftGrant {
  /** Tells it from the others while they come and go. */
  readonly key: number;
  readonly role: Role;
  /** Empty until a project is chosen. */
  readonly project_id: string;
}

/** The roles that somebody has, to be changed. */
export function draftGrants(grants: readonly Grant[]): DraftGrant[] {
  return grants.map((grant, key) => ({ ...grant, key }));
}

/** One more: the role that allows least, in no project yet, so that nothing is given unawares. */
export function withNewGrant(drafts: readonly DraftGrant[]): DraftGrant[] {
  const key = (drafts.at(-1)?.key ?? 0) + 1;
  return [...drafts, { key, role: "CTS ReadOnlyAccess", project_id: "" }];
}

/** Whether a role holds for the whole installation, so that no project is chosen. */
export function holdsEverywhere(role: Role): boolean {
  return role === "Trace Console Administrator";
}

/** With another role, and the project as it was where the role holds in one. */
export function withRole(draft: DraftGrant, role: Role): DraftGrant {
  return { ...draft, role, project_id: holdsEverywhere(role) ? allProjects : draft.project_id };
}

/** What is sent. */
export function toGrants(drafts: readonly DraftGrant[]): Grant[] {
  return drafts.map(({ role, project_id }) => ({ role, project_id }));
}
