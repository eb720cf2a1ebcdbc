import type { Accounts } from "@trace-console/accounts/accounts";
import type { Permissions } from "@trace-console/accounts/permissions";
import type { TokenScope } from "@trace-console/accounts/tokens";
import type { Caller } from "./caller.ts";

/** Sessions, tokens and users that are known at once at most; one more forgets them all. */
const knownAtMost = 10_000;

/** A caller, and until when nothing but a change of the accounts can end that. */
interface KnownCaller {
  readonly caller: Caller;
  /** ms since 1970. */
  readonly until: number;
}

/**
 * Who the tokens of sessions and of `X-Auth-Token` and the access keys stand for. Everything is
 * looked up anew when anything was written to the accounts, by this process or another, and when
 * its time may have come.
 */
export class Callers {
  readonly #accounts: Accounts;
  readonly #clock: () => number;
  readonly #ofSessions = new Map<string, KnownCaller>();
  readonly #ofTokens = new Map<string, KnownCaller>();
  readonly #permissions = new Map<string, Permissions>();
  #knownVersion = "";

  /** @param clock the present moment in ms since 1970. */
  constructor(accounts: Accounts, clock: () => number) {
    this.#accounts = accounts;
    this.#clock = clock;
  }

  /** The caller whose session this is; undefined when there is none or it has ended. */
  ofSession(token: string): Caller | undefined {
    return this.#of(this.#ofSessions, token, () => {
      const session = this.#accounts.sessions.find(token);
      if (session === undefined) return undefined;
      const { user, session_id, until } = session;
      return { caller: { user, by: "session", session_id, ...this.#permissionsOf(user) }, until };
    });
  }

  /** The caller to whom a token was issued; undefined when it is unknown or has expired. */
  ofToken(token: string): Caller | undefined {
    return this.#of(this.#ofTokens, token, () => {
      const found = this.#accounts.tokens.find(token);
      if (found === undefined) return undefined;
      const permissions = narrow(this.#permissionsOf(found.user), found);
      return { caller: { user: found.user, by: "token", ...permissions }, until: found.expires };
    });
  }

  /** The caller who has this access key. */
  ofAccessKey(user: string, access_key_id: string): Caller {
    return { user, by: "access key", access_key_id, ...this.#permissionsOf(user) };
  }

  #of(
    callers: Map<string, KnownCaller>,
    token: string,
    find: () => KnownCaller | undefined,
  ): Caller | undefined {
    this.#forgetWhatChanged();
    const known = callers.get(token);
    if (known !== undefined && this.#clock() <= known.until) return known.caller;
    const found = find();
    if (found === undefined) return undefined;
    if (callers.size >= knownAtMost) callers.clear();
    callers.set(token, found);
    return found.caller;
  }

  #permissionsOf(user: string): Permissions {
    this.#forgetWhatChanged();
    const known = this.#permissions.get(user);
    if (known !== undefined) return known;
    const found = this.#accounts.permissionsOf(user);
    if (this.#permissions.size >= knownAtMost) this.#permissions.clear();
    this.#permissions.set(user, found);
    return found;
  }

  #forgetWhatChanged(): void {
    const version = this.#accounts.version();
    if (version === this.#knownVersion) return;
    this.#ofSessions.clear();
    this.#ofTokens.clear();
    this.#permissions.clear();
    this.#knownVersion = version;
  }
}

/** What is left of somebody's permissions to a token of theirs. It never administers. */
function narrow({ projects }: Permissions, { project_id, domain_id }: TokenScope): Permissions {
  const isInScope = ({ project }: Permissions["projects"][number]) =>
    project_id === undefined ? project.domain_id === domain_id : project.project_id === project_id;
  const isScoped = project_id !== undefined || domain_id !== undefined;
  return { projects: isScoped ? projects.filter(isInScope) : [], actions: new Set() };
}
