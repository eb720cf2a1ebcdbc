import { dirname, join } from "node:path";
import { AccessKeys } from "./access-keys.ts";
import { AccountsDatabase } from "./accounts-database.ts";
import { PasswordCheck } from "./password-check.ts";
import { type Permissions, permissionsOf } from "./permissions.ts";
import { Projects } from "./projects.ts";
import { ProviderUsers } from "./provider-users.ts";
import { SavedViews } from "./saved-views.ts";
import { SecretBox } from "./secret-box.ts";
import { Sessions } from "./sessions.ts";
import { SignInThrottle } from "./sign-in-throttle.ts";
import { Tokens } from "./tokens.ts";
import { Users } from "./users.ts";

/** The file, beside the database, that opens the secrets of the access keys. */
const keyFile = "access-keys.key";

export interface AccountsOptions {
  /** Path of `accounts.db`; created if absent. */
  readonly file: string;
  /** The present moment in ms since 1970. */
  readonly clock: () => number;
  /** Path of the file that opens the secrets of the access keys; default: beside the database. */
  readonly keyFile?: string | undefined;
}

/** Who there is, what they may do, and by what they are known. */
export interface Accounts {
  readonly projects: Projects;
  readonly users: Users;
  /** Those of the users who sign in at an identity provider. */
  readonly providerUsers: ProviderUsers;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly accessKeys: AccessKeys;
  readonly passwords: PasswordCheck;
  /** What users keep of the Trace List, for themselves or for all readers of a project. */
  readonly savedViews: SavedViews;
  /** What a user may do now; nothing when they are unknown or disabled. */
  permissionsOf(user: string): Permissions;
  /** Changes whenever something was written here, by this process or another. */
  version(): string;
  close(): void;
}

/**
 * Opens `accounts.db`: projects, users and their roles, sessions, tokens, access keys and saved
 * views. Several processes may open it.
 *
 * @throws DatabaseFileError for a file that cannot be used, or that a later version has made.
 */
export function openAccounts(options: AccountsOptions): Accounts {
  const { file, clock } = options;
  const database = new AccountsDatabase(file, clock);
  const projects = new Projects(database);
  const sessions = new Sessions(database);
  const tokens = new Tokens(database);
  const signOut = (user: string) => {
    sessions.endAll(user);
    tokens.endAll(user);
  };
  const users = new Users(database, signOut);
  const box = new SecretBox(options.keyFile ?? join(dirname(file), keyFile));
  return {
    projects,
    users,
    providerUsers: new ProviderUsers(database, signOut),
    sessions,
    tokens,
    accessKeys: new AccessKeys(database, box),
    passwords: new PasswordCheck(users, sessions, new SignInThrottle(clock)),
    savedViews: new SavedViews(database),
    permissionsOf: (user) => permissionsOf(users.grantsOf(user), projects.list()),
    version: () => database.version(),
    close: () => database.close(),
  };
}
