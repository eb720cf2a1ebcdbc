import { randomBytes } from "node:crypto";
import type { AccountsDatabase } from "./accounts-database.ts";
import type { SecretBox } from "./secret-box.ts";

/** As many as IAM allows, and a few more for turning keys over. */
export const keysPerUser = 10;

/** An access key in a list: without its secret, which is shown once. */
export interface AccessKey {
  readonly access_key_id: string;
  readonly user: string;
  readonly description: string;
  readonly isDisabled: boolean;
  /** ms since 1970. */
  readonly created: number;
}

/** What an access key signs with. */
export interface KnownSecret {
  readonly user: string;
  readonly secret: string;
}

const decoyOwner = "a key that nobody has";

/** The access keys with which clients sign requests. */
export class AccessKeys {
  readonly #database: AccountsDatabase;
  readonly #box: SecretBox;
  #decoy: Uint8Array | undefined;

  constructor(database: AccountsDatabase, box: SecretBox) {
    this.#database = database;
    this.#box = box;
  }

  /**
   * Makes an access key.
   * @returns its secret, for this once; undefined when the user has {@link keysPerUser} already.
   */
  add(user: string, description: string): (AccessKey & { readonly secret: string }) | undefined {
    const access_key_id = randomText("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 20);
    const secret = randomText("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 40);
    const key = { access_key_id, user, description, isDisabled: false };
    return this.#database.transaction(() =>
      this.list(user).length >= keysPerUser
        ? undefined
        : { ...key, secret, created: this.#insert(key, secret) },
    );
  }

  /** Registers a key whose id and secret are given, as the demo's, which is documented. */
  register(user: string, access_key_id: string, secret: string): void {
    this.#insert({ access_key_id, user, description: "", isDisabled: false }, secret);
  }

  #insert(key: Omit<AccessKey, "created">, secret: string): number {
    const { access_key_id, user, description } = key;
    const created = this.#database.clock();
    this.#database
      .prepareWrite("INSERT INTO access_key VALUES (?, ?, ?, ?, 0, ?)")
      .run(access_key_id, user, this.#box.seal(secret, access_key_id), description, created);
    return created;
  }

  /** The keys of a user, or of all, by age. */
  list(user?: string): AccessKey[] {
    return this.#database
      .prepare(
        `SELECT access_key_id, user, description, is_disabled, created FROM access_key
         WHERE ?1 IS NULL OR user = ?1 ORDER BY created, access_key_id`,
      )
      .all(user ?? null)
      .map((row) => ({
        access_key_id: String(row["access_key_id"]),
        user: String(row["user"]),
        description: String(row["description"]),
        isDisabled: row["is_disabled"] === 1,
        created: Number(row["created"]),
      }));
  }

  /**
   * The secret of a key that may be used, of a user who is not disabled.
   * @throws DatabaseFileError when the file with the key to it is lost.
   */
  find(access_key_id: string): KnownSecret | undefined {
    const row = this.#database
      .prepare(
        `SELECT access_key.user, sealed_secret FROM access_key JOIN user ON user.name = access_key.user
         WHERE access_key_id = ? AND access_key.is_disabled = 0 AND user.is_disabled = 0`,
      )
      .get(access_key_id);
    const sealed = row?.["sealed_secret"];
    if (row === undefined || !(sealed instanceof Uint8Array)) {
      this.#openDecoy();
      return undefined;
    }
    return { user: String(row["user"]), secret: this.#box.open(sealed, access_key_id) };
  }

  /** A key that nobody has takes as long as one that somebody has: to open a secret is most of it. */
  #openDecoy(): void {
    this.#decoy ??= this.#box.seal("x".repeat(40), decoyOwner);
    this.#box.open(this.#decoy, decoyOwner);
  }

  /** @returns whether the user has such a key. */
  setDisabled(user: string, access_key_id: string, isDisabled: boolean): boolean {
    return (
      this.#database
        .prepareWrite("UPDATE access_key SET is_disabled = ? WHERE user = ? AND access_key_id = ?")
        .run(isDisabled ? 1 : 0, user, access_key_id) > 0
    );
  }

  /** @returns whether the user had such a key. */
  remove(user: string, access_key_id: string): boolean {
    return (
      this.#database
        .prepareWrite("DELETE FROM access_key WHERE user = ? AND access_key_id = ?")
        .run(user, access_key_id) > 0
    );
  }
}

/** Letters drawn evenly: bytes beyond the last whole multiple are drawn anew. */
function randomText(letters: string, length: number): string {
  const bound = 256 - (256 % letters.length);
  let text = "";
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < bound && text.length < length) text += letters[byte % letters.length];
    }
  }
  return text;
}
