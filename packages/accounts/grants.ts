import { type Grant, type Role, roleSchema } from "@trace-console/contracts/permissions";
import type { AccountsDatabase } from "./accounts-database.ts";

/** Replaces all roles of a user. Call it within a transaction. */
export function writeGrants(
  database: AccountsDatabase,
  user: string,
  grants: readonly Grant[],
): void {
  database.prepareWrite("DELETE FROM role_grant WHERE user = ?").run(user);
  const insert = database.prepareWrite("INSERT OR IGNORE INTO role_grant VALUES (?, ?, ?)");
  for (const { role, project_id } of grants) insert.run(user, role, project_id);
}

/** Reads a row of `role_grant`. A role that this version does not know grants nothing. */
export function parseGrant(row: Record<string, unknown>): { role: Role; project_id: string }[] {
  const role = roleSchema.safeParse(row["role"]);
  return role.success ? [{ role: role.data, project_id: String(row["project_id"]) }] : [];
}
