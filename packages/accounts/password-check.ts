import type { Sessions, SessionOrigin } from "./sessions.ts";
import type { SignInThrottle } from "./sign-in-throttle.ts";
import type { Users } from "./users.ts";

/** Too many attempts to sign in: the next one may be made in a while. */
export class TooManyAttemptsError extends Error {
  readonly waitMs: number;

  constructor(waitMs: number) {
    super("too many attempts to sign in");
    this.name = "TooManyAttemptsError";
    this.waitMs = waitMs;
  }
}

/** Checks passwords wherever one may be given, and slows down whoever guesses. */
export class PasswordCheck {
  readonly #users: Users;
  readonly #sessions: Sessions;
  readonly #throttle: SignInThrottle;

  constructor(users: Users, sessions: Sessions, throttle: SignInThrottle) {
    this.#users = users;
    this.#sessions = sessions;
    this.#throttle = throttle;
  }

  /**
   * Whether the password is right; a wrong one, an unknown and a disabled user are alike. Rejects
   * with TooManyAttemptsError, or with TooBusyError when too many hashes wait.
   */
  async check(user: string, password: string, address: string): Promise<boolean> {
    const isKnown = this.#sessions.list(user).some((session) => session.address === address);
    const wait = this.#throttle.attempt(user, address, isKnown);
    if (wait > 0) throw new TooManyAttemptsError(wait);
    const isRight = await this.#users.verify(user, password);
    if (isRight) this.#throttle.succeed(user, address, isKnown);
    return isRight;
  }

  /** Opens a session. @returns its token; undefined and rejections as {@link check}. */
  async signIn(user: string, password: string, origin: SessionOrigin): Promise<string | undefined> {
    return (await this.check(user, password, origin.address))
      ? this.#sessions.open(user, origin)
      : undefined;
  }
}
