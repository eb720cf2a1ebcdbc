import type { Grant } from "@trace-console/contracts/permissions";
import type { AccountsDatabase } from "./accounts-database.ts";
import { parseGrant, writeGrants } from "./grants.ts";
import { hashPassword, verifyPassword } from "./password.ts";

/** A user as administrators see one. */
export interface User {
  readonly name: string;
  readonly isDisabled: boolean;
  /** Signs in at the identity provider, which gives the roles; has no password here. */
  readonly isFromProvider: boolean;
  /** ms since 1970. */
  readonly created: number;
  readonly grants: readonly Grant[];
}

/** A user's roles, password or standing have changed: whoever acts as this user has to sign in anew. */
export type OnChange = (user: string) => void;

/** Who may sign in, and what they may do. */
export class Users {
  readonly #database: AccountsDatabase;
  readonly #onChange: OnChange;

  constructor(database: AccountsDatabase, onChange: OnChange) {
    this.#database = database;
    this.#onChange = onChange;
  }

  hasAny(): boolean {
    return this.#database.prepare("SELECT 1 FROM user LIMIT 1").get() !== undefined;
  }

  /**
   * Adds a user.
   * @returns whether the name was free. Rejects with TooBusyError when too many hashes wait.
   */
  async add(name: string, password: string, grants: readonly Grant[]): Promise<boolean> {
    return this.#insert(name, await hashPassword(password), grants, () => true);
  }

  /** Adds a user, unless there is any user already. @returns whether the user was added. */
  async addFirst(name: string, password: string, grants: readonly Grant[]): Promise<boolean> {
    return this.#insert(name, await hashPassword(password), grants, () => !this.hasAny());
  }

  #insert(name: string, hash: string, grants: readonly Grant[], mayBe: () => boolean): boolean {
    const insert = this.#database.prepareWrite(
      "INSERT OR IGNORE INTO user (name, password, created) VALUES (?, ?, ?)",
    );
    return this.#database.transaction(() => {
      if (!mayBe() || insert.run(name, hash, this.#database.clock()) === 0) return false;
      writeGrants(this.#database, name, grants);
      return true;
    });
  }

  find(name: string): User | undefined {
    return this.list().find((user) => user.name === name);
  }

  /** All of them, by name. */
  list(): User[] {
    const grants = Map.groupBy(
      this.#database.prepare("SELECT user, role, project_id FROM role_grant").all(),
      ({ user }) => user,
    );
    return this.#database
      .prepare(
        `SELECT name, is_disabled, created,
           name IN (SELECT user FROM provider_user) AS is_from_provider
         FROM user ORDER BY name`,
      )
      .all()
      .map(({ name, is_disabled, is_from_provider, created }) => ({
        name: String(name),
        isDisabled: is_disabled === 1,
        isFromProvider: is_from_provider === 1,
        created: Number(created),
        grants: (grants.get(name ?? null) ?? []).flatMap(parseGrant),
      }));
  }

  /** The roles of a user who is not disabled; none of an unknown one. */
  grantsOf(name: string): Grant[] {
    return this.#database
      .prepare(
        `SELECT role, project_id FROM role_grant JOIN user ON user.name = role_grant.user
         WHERE user.name = ? AND is_disabled = 0`,
      )
      .all(name)
      .flatMap(parseGrant);
  }

  /** Whether the password is that of a user who may sign in; takes as long when there is none. */
  async verify(name: string, password: string): Promise<boolean> {
    const row = this.#database
      .prepare("SELECT password FROM user WHERE name = ? AND is_disabled = 0")
      .get(name);
    const hash = row?.["password"];
    return verifyPassword(password, typeof hash === "string" && hash !== "" ? hash : undefined);
  }

  /**
   * @returns whether there is such a user, who does not come from an identity provider. Rejects with
   * TooBusyError when too many hashes wait.
   */
  async setPassword(name: string, password: string): Promise<boolean> {
    const hash = await hashPassword(password);
    return this.#change(
      name,
      `UPDATE user SET password = ?2
       WHERE name = ?1 AND name NOT IN (SELECT user FROM provider_user)`,
      hash,
    );
  }

  /** A disabled user may do nothing; keys and roles stay for the day they are enabled again. */
  setDisabled(name: string, isDisabled: boolean): boolean {
    return this.#change(
      name,
      "UPDATE user SET is_disabled = ?2 WHERE name = ?1",
      isDisabled ? 1 : 0,
    );
  }

  /** Replaces all roles of a user. @returns whether there is such a user. */
  setGrants(name: string, grants: readonly Grant[]): boolean {
    return this.#database.transaction(() => {
      if (this.find(name) === undefined) return false;
      writeGrants(this.#database, name, grants);
      this.#onChange(name);
      return true;
    });
  }

  /** Removes a user with their keys, tokens and sessions. @returns whether there was one. */
  remove(name: string): boolean {
    return this.#change(name, "DELETE FROM user WHERE name = ?1");
  }

  #change(name: string, sql: string, ...values: (string | number)[]): boolean {
    return this.#database.transaction(() => {
      const isKnown = this.#database.prepareWrite(sql).run(name, ...values) > 0;
      if (isKnown) this.#onChange(name);
      return isKnown;
    });
  }
}
