import { createHash, randomBytes } from "node:crypto";

/** A token that nobody can guess: 256 bits. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token, so that a copy of the database opens nothing. */
export function hashToken(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}
