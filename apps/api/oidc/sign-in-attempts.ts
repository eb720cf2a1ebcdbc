import { makeToken } from "@trace-console/accounts/secret-token";
import { randomNonce, randomPKCECodeVerifier, randomState } from "openid-client";

/** How long somebody may take at the identity provider (ms). */
export const attemptMs = 10 * 60_000;
/** Sign-ins under way at most. One more pushes out the oldest, so that nobody can keep others out. */
const attemptsAtMost = 1_000;

/** What only this server knows of a sign-in that goes on at the identity provider. */
export interface SignInAttempt {
  /** Ties the answer to this attempt (RFC 6749, 10.12). */
  readonly state: string;
  /** Ties the ID token to this attempt (OpenID Connect Core 3.1.2.1). */
  readonly nonce: string;
  /** Whoever steals the code cannot use it without this one (RFC 7636). */
  readonly verifier: string;
  /** The path of this site that comes after the sign-in. */
  readonly to: string;
  /** Moment of its begin, ms since 1970. */
  readonly begun: number;
}

/** The sign-ins that go on at the identity provider, each known by a token that one browser has. */
export class SignInAttempts {
  readonly #clock: () => number;
  /** The oldest first. */
  readonly #attempts = new Map<string, SignInAttempt>();

  /** @param clock the present moment in ms since 1970. */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Begins an attempt. @returns it, and the token by which its browser will be known. */
  begin(to: string): { readonly token: string; readonly attempt: SignInAttempt } {
    const [oldest] = this.#attempts.keys();
    if (this.#attempts.size >= attemptsAtMost && oldest !== undefined) {
      this.#attempts.delete(oldest);
    }
    const token = makeToken();
    const attempt = {
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
      to,
      begun: this.#clock(),
    };
    this.#attempts.set(token, attempt);
    return { token, attempt };
  }

  /** Ends an attempt. @returns it; undefined when there is none, or it has taken too long. */
  take(token: string): SignInAttempt | undefined {
    const attempt = this.#attempts.get(token);
    this.#attempts.delete(token);
    const isInTime = attempt !== undefined && this.#clock() - attempt.begun <= attemptMs;
    return isInTime ? attempt : undefined;
  }
}
