import { z } from "zod";

/**
 * What somebody may be allowed to do. `cts:…` are the actions of CTS (API reference, "Permissions
 * and Supported Actions"); `tc:…` are this product's own, for what CTS does not know.
 */
const readingActions = [
  "cts:trace:list",
  "cts:trace:listResource",
  "cts:trace:listTraceUser",
  "cts:notification:list",
  "cts:notification:listOperation",
  "cts:tracker:list",
  "cts:quota:get",
] as const;

const changingActions = [
  "cts:tracker:create",
  "cts:tracker:update",
  "cts:tracker:delete",
  "cts:notification:create",
  "cts:notification:update",
  "cts:notification:delete",
] as const;

const ownActions = ["tc:user:manage", "tc:project:manage"] as const;

export type ProjectAction = (typeof readingActions)[number] | (typeof changingActions)[number];
/** Actions that no project confines. */
export type InstallationAction = (typeof ownActions)[number];
export type Action = ProjectAction | InstallationAction;

/** Roles, by the names that CTS gives them (user guide, "Permissions"), and one of our own. */
export const roleSchema = z.enum([
  "CTS Administrator",
  "CTS FullAccess",
  "CTS ReadOnlyAccess",
  "Trace Console Administrator",
]);
export type Role = z.infer<typeof roleSchema>;

/** What each role allows. */
export const actionsOfRole: Readonly<Record<Role, readonly Action[]>> = {
  "CTS Administrator": [...readingActions, ...changingActions],
  "CTS FullAccess": [...readingActions, ...changingActions],
  "CTS ReadOnlyAccess": readingActions,
  "Trace Console Administrator": ownActions,
};

/** Stands for every project, also those that are registered later. */
export const allProjects = "*";

/** A role in a project, or in all of them. */
export const grantSchema = z.strictObject({
  role: roleSchema,
  project_id: z.string().min(1).max(128),
});
export type Grant = z.infer<typeof grantSchema>;
