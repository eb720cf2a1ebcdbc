import { clockWindowMs } from "./verify-signature.ts";

/** A signature may come this long after it was first seen, when the sender's clock runs ahead. */
const rememberedMs = 2 * clockWindowMs;

/**
 * Remembers the signatures of requests that change something: whoever listens in may not send them
 * again. (Requests that only read may be repeated, as at the vendor's gateway.)
 */
export class ReplayGuard {
  readonly #clock: () => number;
  readonly #atMost: number;
  /** When each was seen, ms since 1970; the oldest first. */
  readonly #seen = new Map<string, number>();

  /** @param clock the present moment in ms since 1970. @param atMost signatures remembered. */
  constructor(clock: () => number, atMost = 1_000_000) {
    this.#clock = clock;
    this.#atMost = atMost;
  }

  /** @returns whether a signature is seen for the first time; false also when no more can be remembered. */
  take(signature: string): boolean {
    const now = this.#clock();
    for (const [oldest, moment] of this.#seen) {
      if (moment >= now - rememberedMs) break;
      this.#seen.delete(oldest);
    }
    if (this.#seen.has(signature) || this.#seen.size >= this.#atMost) return false;
    this.#seen.set(signature, now);
    return true;
  }
}
