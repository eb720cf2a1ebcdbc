import type { Grant } from "@trace-console/contracts/permissions";
import type { AccountsDatabase } from "./accounts-database.ts";
import { writeGrants } from "./grants.ts";
import type { OnChange } from "./users.ts";

/**
 * Somebody as an identity provider knows them. Only `issuer` and `subject` together stand for one
 * person for ever (OpenID Connect Core 5.7); the name may change, and may be given to another.
 */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** What the user is called here when they come for the first time. */
  readonly name: string;
  /** All that they may do, from this sign-in on. */
  readonly grants: readonly Grant[];
}

/** Whether somebody whom the provider knows may come in, and as which user. */
export type Admission =
  | { readonly user: string }
  | { readonly refused: "name_taken" | "disabled"; readonly name: string };

/**
 * The users who sign in at an identity provider. They have no password here; to try one is like
 * trying an unknown user.
 */
export class ProviderUsers {
  readonly #database: AccountsDatabase;
  readonly #onChange: OnChange;

  constructor(database: AccountsDatabase, onChange: OnChange) {
    this.#database = database;
    this.#onChange = onChange;
  }

  /**
   * Finds the user who is bound to an identity, or adds one, and gives them the roles that come
   * with it. Other sessions go on when the roles are those of before. A user of that name who has a
   * password, or is bound to another identity, is left alone.
   */
  admit(identity: ProviderIdentity): Admission {
    const { name, grants } = identity;
    return this.#database.transaction((): Admission => {
      const known = this.#find(identity);
      if (known?.isDisabled === true) return { refused: "disabled", name: known.user };
      if (known === undefined && !this.#add(identity)) return { refused: "name_taken", name };
      const user = known?.user ?? name;
      if (!this.#hasGrants(user, grants)) {
        writeGrants(this.#database, user, grants);
        this.#onChange(user);
      }
      return { user };
    });
  }

  #find({ issuer, subject }: ProviderIdentity): { user: string; isDisabled: boolean } | undefined {
    const row = this.#database
      .prepare(
        `SELECT name, is_disabled FROM provider_user JOIN user ON user.name = provider_user.user
         WHERE issuer = ? AND subject = ?`,
      )
      .get(issuer, subject);
    return row === undefined
      ? undefined
      : { user: String(row["name"]), isDisabled: row["is_disabled"] === 1 };
  }

  /** @returns whether the name was free. */
  #add({ issuer, subject, name }: ProviderIdentity): boolean {
    const added = this.#database
      .prepareWrite("INSERT OR IGNORE INTO user (name, password, created) VALUES (?, '', ?)")
      .run(name, this.#database.clock());
    if (added === 0) return false;
    this.#database
      .prepareWrite("INSERT INTO provider_user (issuer, subject, user) VALUES (?, ?, ?)")
      .run(issuer, subject, name);
    return true;
  }

  #hasGrants(user: string, grants: readonly Grant[]): boolean {
    const rows = this.#database
      .prepare("SELECT role, project_id FROM role_grant WHERE user = ?")
      .all(user);
    const present = new Set(rows.map(({ role, project_id }) => JSON.stringify([role, project_id])));
    const wanted = new Set(
      grants.map(({ role, project_id }) => JSON.stringify([role, project_id])),
    );
    return present.symmetricDifference(wanted).size === 0;
  }
}
