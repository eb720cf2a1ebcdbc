import { randomBytes } from "node:crypto";
import type { Accounts } from "@trace-console/accounts/accounts";
import { allProjects, type Grant } from "@trace-console/contracts/permissions";

const name = "admin";

/** The first user may do everything, in all projects. */
const grants: readonly Grant[] = [
  { role: "CTS Administrator", project_id: allProjects },
  { role: "Trace Console Administrator", project_id: allProjects },
];

/**
 * Creates the first user of an empty installation, `admin`, with a password that is printed once
 * and stored only as a hash.
 *
 * @returns what to tell the person who started the server, or undefined when there are users.
 */
export async function createFirstAdmin(accounts: Accounts): Promise<string | undefined> {
  if (accounts.users.hasAny()) return undefined;
  const password = randomBytes(15).toString("base64url");
  // Of two servers that start on an empty folder at once, one creates the user and tells.
  if (!(await accounts.users.addFirst(name, password, grants))) return undefined;
  return `First start: sign in as "${name}" with the password ${password} — it is shown only this once.`;
}
