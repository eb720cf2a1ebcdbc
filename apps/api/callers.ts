import type { Accounts } from "@trace-console/accounts/accounts";
import type { Caller } from "./caller.ts";

/** Sessions that are known at once at most; a session more forgets them all. */
const sessionsAtMost = 10_000;

/**
 * Who the tokens of sessions stand for. A session is looked up anew when anything was written to
 * the accounts, by this process or another, and when its time may have come.
 */
export class Callers {
  readonly #accounts: Accounts;
  readonly #clock: () => number;
  readonly #known = new Map<string, { readonly caller: Caller; readonly until: number }>();
  #knownVersion = "";

  /** @param clock the present moment in ms since 1970. */
  constructor(accounts: Accounts, clock: () => number) {
    this.#accounts = accounts;
    this.#clock = clock;
  }

  /** The caller whose session this is; undefined when there is none or it has ended. */
  of(token: string): Caller | undefined {
    const version = this.#accounts.version();
    if (version !== this.#knownVersion || this.#known.size >= sessionsAtMost) this.#known.clear();
    this.#knownVersion = version;
    const known = this.#known.get(token);
    if (known !== undefined && this.#clock() <= known.until) return known.caller;
    const session = this.#accounts.findSession(token);
    if (session === undefined) return undefined;
    const { user, until } = session;
    const caller = { user, projects: this.#accounts.projectsOf(user) };
    this.#known.set(token, { caller, until });
    return caller;
  }
}
