import { ApiError } from "@trace-console/contracts/errors";

/** How much of one kind of long work may go on at once; what comes on top is sent away at once. */
export class Slots {
  readonly #atMost: number;
  readonly #what: string;
  #taken = 0;

  /** @param what goes on, in the plural, for the error. */
  constructor(atMost: number, what: string) {
    this.#atMost = atMost;
    this.#what = what;
  }

  /**
   * Takes a place; the caller gives it back by {@link free}.
   * @throws ApiError 503 `TC.0503` when all are taken.
   */
  take(): void {
    this.refuseWhenFull();
    this.#taken += 1;
  }

  /** @throws ApiError as {@link take}, and takes nothing. */
  refuseWhenFull(): void {
    if (this.#taken >= this.#atMost) {
      throw new ApiError("TC.0503", {
        detail: `${this.#atMost} ${this.#what} are under way already. Wait a moment, then repeat the request.`,
        headers: { "retry-after": "5" },
      });
    }
  }

  free(): void {
    this.#taken -= 1;
  }

  /** Does work in a place of its own. @throws ApiError as {@link take}. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    this.take();
    try {
      return await work();
    } finally {
      this.free();
    }
  }
}
