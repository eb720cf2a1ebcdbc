import type { AccountsDatabase } from "./accounts-database.ts";
import { hashToken, makeToken } from "./secret-token.ts";

/** As long as IAM's tokens are valid. */
const validMs = 24 * 3_600_000;

/** What a token is good for: one project, those of a domain, or only finding out which there are. */
export interface TokenScope {
  readonly project_id?: string | undefined;
  readonly domain_id?: string | undefined;
}

/** A token that is valid. */
export interface LiveToken extends TokenScope {
  readonly user: string;
  /** ms since 1970. */
  readonly expires: number;
}

/** The tokens that clients send as `X-Auth-Token`. */
export class Tokens {
  readonly #database: AccountsDatabase;

  constructor(database: AccountsDatabase) {
    this.#database = database;
  }

  issue(user: string, scope: TokenScope): { readonly token: string; readonly expires: number } {
    const token = makeToken();
    const now = this.#database.clock();
    const expires = now + validMs;
    this.#database.prepareWrite("DELETE FROM token WHERE expires < ?").run(now);
    this.#database
      .prepareWrite("INSERT INTO token VALUES (?, ?, ?, ?, ?, ?)")
      .run(hashToken(token), user, scope.project_id ?? null, scope.domain_id ?? null, now, expires);
    return { token, expires };
  }

  /** Undefined for an unknown or expired token. */
  find(token: string): LiveToken | undefined {
    const row = this.#database
      .prepare("SELECT user, project_id, domain_id, expires FROM token WHERE token_hash = ?")
      .get(hashToken(token));
    if (row === undefined || Number(row["expires"]) < this.#database.clock()) return undefined;
    const { user, project_id, domain_id, expires } = row;
    return {
      user: String(user),
      project_id: typeof project_id === "string" ? project_id : undefined,
      domain_id: typeof domain_id === "string" ? domain_id : undefined,
      expires: Number(expires),
    };
  }

  endAll(user: string): void {
    this.#database.prepareWrite("DELETE FROM token WHERE user = ?").run(user);
  }
}
