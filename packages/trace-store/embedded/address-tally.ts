import type { AddressCounts } from "../trace-store.ts";

/** Counts addresses. Those that are there count on when there is no room for further ones. */
export class AddressTally {
  readonly #atMost: number;
  readonly #counts = new Map<string, number>();
  #others = 0;

  /** @param atMost so many are told apart. */
  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  /** Counts the address of one trace; none and an empty one count for nothing. */
  add(address: string | undefined): void {
    if (address === undefined || address === "") return;
    const count = this.#counts.get(address);
    if (count === undefined && this.#counts.size >= this.#atMost) this.#others += 1;
    else this.#counts.set(address, (count ?? 0) + 1);
  }

  /** What is counted so far. */
  counts(): AddressCounts {
    const addresses = Array.from(this.#counts, ([value, count]) => ({ value, count }));
    addresses.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return { addresses, others: this.#others };
  }
}
