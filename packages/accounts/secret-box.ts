import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { DatabaseFileError } from "@trace-console/sqlite/storage-failure";

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts secrets that must be known again (AES-256-GCM), with a key in a file of its own: a copy
 * of the database alone tells none of them.
 */
export class SecretBox {
  readonly #file: string;
  #key: Uint8Array | undefined;

  /** @param file of the key; made when the first secret is sealed. */
  constructor(file: string) {
    this.#file = file;
  }

  /** @param owner what the secret belongs to; it opens for the same one only. */
  seal(secret: string, owner: string): Uint8Array {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv("aes-256-gcm", this.#read() ?? this.#make(), nonce);
    cipher.setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws DatabaseFileError when the key is missing or another one. */
  open(sealed: Uint8Array, owner: string): string {
    const key = this.#read();
    if (key === undefined) throw this.#wrongKey("is missing");
    const [nonce, tag] = [
      sealed.subarray(0, nonceBytes),
      sealed.subarray(nonceBytes, nonceBytes + tagBytes),
    ];
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(owner));
    decipher.setAuthTag(tag);
    try {
      const secret = decipher.update(sealed.subarray(nonceBytes + tagBytes));
      return Buffer.concat([secret, decipher.final()]).toString();
    } catch (error) {
      throw this.#wrongKey("holds another key", error);
    }
  }

  #wrongKey(what: string, cause?: unknown): DatabaseFileError {
    return new DatabaseFileError(
      `${this.#file} ${what}, so that the secrets of the access keys cannot be read: put it back from a backup, or delete the access keys and make new ones.`,
      cause instanceof Error ? cause : undefined,
    );
  }

  #read(): Uint8Array | undefined {
    if (this.#key !== undefined) return this.#key;
    let text: string;
    try {
      text = readFileSync(this.#file, "utf8");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    }
    const key = Buffer.from(text.trim(), "base64");
    if (key.length !== keyBytes) throw this.#wrongKey("holds no key");
    this.#key = key;
    return key;
  }

  /** Of several processes that make one at once, one wins, and nobody ever reads half a key. */
  #make(): Uint8Array {
    const own = `${this.#file}.${randomBytes(6).toString("hex")}`;
    const file = openSync(own, "wx", 0o600);
    try {
      writeSync(file, `${randomBytes(keyBytes).toString("base64")}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    try {
      linkSync(own, this.#file);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    } finally {
      rmSync(own);
    }
    const made = this.#read();
    if (made === undefined) throw this.#wrongKey("is missing");
    return made;
  }
}
