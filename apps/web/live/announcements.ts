/** A screen reader is told of new traces at most this often, ms. */
const quiet = 10_000;

/** Adds up what came, and says when it may be told. */
export class Announcements {
  #untold = 0;
  #toldAt = -Infinity;

  /**
   * @param count of what came since the last call.
   * @param now in ms.
   * @returns how many to tell now; 0: nothing, the last ones were told a moment ago.
   */
  take(count: number, now: number): number {
    this.#untold += count;
    if (this.#untold === 0 || now - this.#toldAt < quiet) return 0;
    const told = this.#untold;
    this.#untold = 0;
    this.#toldAt = now;
    return told;
  }
}
