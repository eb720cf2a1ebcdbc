import { ApiError } from "@trace-console/contracts/errors";

/** How much of one kind of long work may go on at once; what comes on top is sent away at once. */
export class Slots {
  readonly #atMost: number;
  readonly #what: string;
  readonly #atMostPerUser: number;
  /** Who has the places that are taken. */
  readonly #taken: string[] = [];

  /**
   * @param what goes on, in the plural, for the error.
   * @param atMostPerUser how much of it one user may have go on: others find a place, too.
   */
  constructor(atMost: number, what: string, atMostPerUser = atMost) {
    this.#atMost = atMost;
    this.#what = what;
    this.#atMostPerUser = atMostPerUser;
  }

  /**
   * Takes a place; the caller gives it back by {@link free}.
   * @throws ApiError 503 `TC.0503` when all are taken, or as many as the user may have.
   */
  take(user: string): void {
    this.refuseWhenFull(user);
    this.#taken.push(user);
  }

  /** @throws ApiError as {@link take}, and takes nothing. */
  refuseWhenFull(user: string): void {
    const own = this.#taken.filter((one) => one === user).length;
    if (own >= this.#atMostPerUser) throw full(`${own} of your ${this.#what}`);
    if (this.#taken.length >= this.#atMost) throw full(`${this.#atMost} ${this.#what}`);
  }

  free(user: string): void {
    this.#taken.splice(this.#taken.indexOf(user), 1);
  }

  /** Does work in a place of its own. @throws ApiError as {@link take}. */
  async run<Result>(user: string, work: () => Promise<Result>): Promise<Result> {
    this.take(user);
    try {
      return await work();
    } finally {
      this.free(user);
    }
  }
}

function full(what: string): ApiError {
  return new ApiError("TC.0503", {
    detail: `${what} are under way already. Wait a moment, then repeat the request.`,
    headers: { "retry-after": "5" },
  });
}
