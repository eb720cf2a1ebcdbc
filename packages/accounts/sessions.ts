import { randomBytes } from "node:crypto";
import type { AccountsDatabase } from "./accounts-database.ts";
import { hashToken, makeToken } from "./secret-token.ts";

/** A session ends after 30 minutes without a request, and after 12 hours in any case (ASVS 7.3). */
const idleMs = 30 * 60_000;
const absoluteMs = 12 * 3_600_000;
/** `last_seen` is written no more often than this, so that reading does not become writing. */
const touchMs = 60_000;

/** Where a session comes from, as its user sees it in the list. */
export interface SessionOrigin {
  /** The client's address. */
  readonly address: string;
  readonly user_agent: string;
}

/** A session that goes on. */
export interface LiveSession {
  /** Names the session; opens nothing. */
  readonly session_id: string;
  readonly user: string;
  /** It must be looked up again after this moment, ms since 1970. */
  readonly until: number;
}

/** A session in the list of those of a user. Moments are ms since 1970. */
export interface ListedSession extends SessionOrigin {
  readonly session_id: string;
  readonly created: number;
  readonly last_seen: number;
}

/** Who is signed in to the console. */
export class Sessions {
  readonly #database: AccountsDatabase;

  constructor(database: AccountsDatabase) {
    this.#database = database;
  }

  /** Opens a session. @returns its token. */
  open(user: string, { address, user_agent }: SessionOrigin): string {
    const token = makeToken();
    const session_id = randomBytes(8).toString("hex");
    const now = this.#database.clock();
    this.#database
      .prepareWrite("DELETE FROM session WHERE created < ? OR last_seen < ?")
      .run(now - absoluteMs, now - idleMs);
    this.#database
      .prepareWrite("INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?)")
      .run(hashToken(token), session_id, user, now, now, address, user_agent.slice(0, 200));
    return token;
  }

  /** The session of a token, undefined when there is none or it has ended. */
  find(token: string): LiveSession | undefined {
    const hash = hashToken(token);
    const row = this.#database
      .prepare("SELECT session_id, user, created, last_seen FROM session WHERE token_hash = ?")
      .get(hash);
    if (row === undefined) return undefined;
    const now = this.#database.clock();
    const created = Number(row["created"]);
    const lastSeen = Number(row["last_seen"]);
    if (created < now - absoluteMs || lastSeen < now - idleMs) {
      this.end(token);
      return undefined;
    }
    if (lastSeen < now - touchMs) this.#touch(hash, now);
    return {
      session_id: String(row["session_id"]),
      user: String(row["user"]),
      until: Math.min(created + absoluteMs, lastSeen + touchMs),
    };
  }

  #touch(hash: Uint8Array, now: number): void {
    try {
      this.#database
        .prepareWrite("UPDATE session SET last_seen = ? WHERE token_hash = ?")
        .run(now, hash);
    } catch {
      // A full disk must keep nobody from reading: the session only ends sooner.
    }
  }

  end(token: string): void {
    this.#database.prepareWrite("DELETE FROM session WHERE token_hash = ?").run(hashToken(token));
  }

  /** The sessions of a user, the one seen last first. */
  list(user: string): ListedSession[] {
    const now = this.#database.clock();
    return this.#database
      .prepare(
        `SELECT session_id, created, last_seen, address, user_agent FROM session
         WHERE user = ? AND created >= ? AND last_seen >= ? ORDER BY last_seen DESC, session_id`,
      )
      .all(user, now - absoluteMs, now - idleMs)
      .map(({ session_id, created, last_seen, address, user_agent }) => ({
        session_id: String(session_id),
        created: Number(created),
        last_seen: Number(last_seen),
        address: String(address),
        user_agent: String(user_agent),
      }));
  }

  /** Ends a session of a user. @returns whether there was one. */
  endOne(user: string, session_id: string): boolean {
    return (
      this.#database
        .prepareWrite("DELETE FROM session WHERE user = ? AND session_id = ?")
        .run(user, session_id) > 0
    );
  }

  endAll(user: string): void {
    this.#database.prepareWrite("DELETE FROM session WHERE user = ?").run(user);
  }
}
