import { randomBytes } from "node:crypto";
import type { Accounts } from "@trace-console/accounts/accounts";

const name = "admin";

/**
 * Creates the first user of an empty installation: `admin`, who reads all projects, with a password
 * that is printed once and stored only as a hash.
 *
 * @returns what to tell the person who started the server, or undefined when there are users.
 */
export async function createFirstAdmin(accounts: Accounts): Promise<string | undefined> {
  if (accounts.hasUsers()) return undefined;
  const password = randomBytes(15).toString("base64url");
  // Of two servers that start on an empty folder at once, one creates the user and tells.
  if (!(await accounts.addFirstUser(name, password))) return undefined;
  return `First start: sign in as "${name}" with the password ${password} — it is shown only this once.`;
}
