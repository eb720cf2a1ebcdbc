/** Attempts are counted over so long (ms). */
const accountMs = 5 * 60_000;
const addressMs = 60_000;
/** Attempts in that time at most, for an account and for an address. */
const accountAttempts = 10;
const addressAttempts = 30;
/** From the fourth attempt on an account, each waits twice as long as the one before, up to a minute. */
const freeAttempts = 3;
const [firstDelayMs, longestDelayMs] = [1_000, 60_000];
/** Accounts and addresses that are remembered at most; those that were quiet longest are forgotten. */
const rememberedAtMost = 50_000;

/**
 * Slows down whoever guesses passwords, and locks nobody out for good: attempts from where the user
 * is signed in already are counted apart from those of the rest of the world.
 */
export class SignInThrottle {
  readonly #clock: () => number;
  /** Moments of the attempts, ms since 1970, by whom they concern; the latest used last. */
  readonly #attempts = new Map<string, readonly number[]>();

  /** @param clock the present moment in ms since 1970. */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /**
   * Counts an attempt, unless it has to wait.
   * @param isKnown whether the user is signed in from this address already.
   * @returns ms to wait before the next attempt may be made; 0 when this one may be made now.
   */
  attempt(user: string, address: string, isKnown: boolean): number {
    const now = this.#clock();
    const account = accountKey(user, address, isKnown);
    const ofAccount = this.#recent(account, now - accountMs);
    const ofAddress = this.#recent(`address ${address}`, now - addressMs);
    const wait = Math.max(
      waitOfAccount(ofAccount, now),
      waitUntilFewer(ofAddress, addressAttempts, addressMs, now),
    );
    if (wait > 0) return wait;
    this.#note(account, [...ofAccount, now]);
    this.#note(`address ${address}`, [...ofAddress, now]);
    return 0;
  }

  /** The password was right: what came before counts no more. */
  succeed(user: string, address: string, isKnown: boolean): void {
    this.#attempts.delete(accountKey(user, address, isKnown));
  }

  #recent(key: string, since: number): readonly number[] {
    return (this.#attempts.get(key) ?? []).filter((moment) => moment > since);
  }

  #note(key: string, attempts: readonly number[]): void {
    this.#attempts.delete(key);
    this.#attempts.set(key, attempts);
    const [quietest] = this.#attempts.keys();
    if (this.#attempts.size > rememberedAtMost && quietest !== undefined) {
      this.#attempts.delete(quietest);
    }
  }
}

function accountKey(user: string, address: string, isKnown: boolean): string {
  return JSON.stringify(isKnown ? [user, address] : [user]);
}

function waitOfAccount(attempts: readonly number[], now: number): number {
  const doublings = attempts.length - freeAttempts;
  const delay = doublings < 0 ? 0 : Math.min(longestDelayMs, firstDelayMs * 2 ** doublings);
  return Math.max(
    (attempts.at(-1) ?? -Infinity) + delay - now,
    waitUntilFewer(attempts, accountAttempts, accountMs, now),
  );
}

function waitUntilFewer(
  attempts: readonly number[],
  atMost: number,
  withinMs: number,
  now: number,
): number {
  const oldest = attempts.at(-atMost);
  return oldest === undefined ? 0 : Math.max(0, oldest + withinMs - now);
}
