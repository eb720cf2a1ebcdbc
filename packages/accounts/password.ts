import { argon2, randomBytes, timingSafeEqual } from "node:crypto";

/** argon2id, 19 MiB, two passes: the OWASP Password Storage Cheat Sheet's recommendation. */
const cost = { parallelism: 1, memory: 19_456, passes: 2, tagLength: 32 } as const;

/** Hashes at once: each takes a core for about 0.1 s and 19 MiB. */
const hashesAtOnce = 2;
/** Sign-ins that may wait for a hash; more are turned away, so that they cannot pile up. */
const waitingAtMost = 64;

let running = 0;
const waiting: (() => void)[] = [];

/** Too many sign-ins are waiting; the client should try again in a moment. */
export class TooBusyError extends Error {
  constructor() {
    super("too many sign-ins at once");
    this.name = "TooBusyError";
  }
}

async function derive(password: string, nonce: Buffer): Promise<Buffer> {
  if (running >= hashesAtOnce) {
    if (waiting.length >= waitingAtMost) throw new TooBusyError();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await new Promise((resolve, reject) => {
      argon2("argon2id", { ...cost, message: password, nonce }, (error, key) =>
        error ? reject(error) : resolve(key),
      );
    });
  } finally {
    // The place is handed on, so that nobody slips in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** @returns `argon2id$<nonce>$<key>` in base64, to be stored. Rejects with {@link TooBusyError}. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const key = await derive(password, nonce);
  return `argon2id$${nonce.toString("base64")}$${key.toString("base64")}`;
}

/**
 * Whether a password belongs to a stored hash. Without a hash (an unknown user) the same work is
 * done, so that the time does not tell which users exist. Rejects with {@link TooBusyError}.
 */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, nonce = "", expected = ""] = hash?.split("$") ?? [];
  const key = await derive(password, hash ? Buffer.from(nonce, "base64") : randomBytes(16));
  const stored = Buffer.from(expected, "base64");
  return stored.length === key.length && timingSafeEqual(stored, key);
}
