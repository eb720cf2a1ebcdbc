/** Slots per entry at least: fuller, and a search passes many others. */
const slotsPerEntry = 1.3;

/**
 * The hashes of the trace ids of a project: says at once that an id was never stored, whatever the
 * number of traces. A hash that is in it may stand for another id. 0 is stored as 1.
 */
export class IdSet {
  /** Open addressing, ordered by hash: the place of a hash is its share of the slots. */
  #slots = new Uint32Array(1_024);
  #entries = 0;

  get size(): number {
    return this.#entries;
  }

  has(hash: number): boolean {
    const slots = this.#slots;
    const wanted = hash || 1;
    for (let at = placeOf(wanted, slots.length); ; at = at + 1 === slots.length ? 0 : at + 1) {
      const found = slots[at] ?? 0;
      if (found === wanted) return true;
      if (found === 0) return false;
    }
  }

  add(hash: number): void {
    this.reserve(1);
    this.#insert(this.#slots, hash || 1);
  }

  /** Adds many; ascending ones are added fast. */
  addAll(hashes: Uint32Array): void {
    this.reserve(hashes.length);
    for (const hash of hashes) this.#insert(this.#slots, hash || 1);
  }

  /** Makes room for so many more. */
  reserve(more: number): void {
    const wanted = (this.#entries + more) * slotsPerEntry;
    if (wanted <= this.#slots.length) return;
    let { length } = this.#slots;
    while (length < wanted) length *= 2;
    const grown = new Uint32Array(length);
    this.#entries = 0;
    for (const hash of this.#slots) if (hash !== 0) this.#insert(grown, hash);
    this.#slots = grown;
  }

  #insert(slots: Uint32Array, hash: number): void {
    for (let at = placeOf(hash, slots.length); ; at = at + 1 === slots.length ? 0 : at + 1) {
      const found = slots[at] ?? 0;
      if (found === hash) return;
      if (found !== 0) continue;
      slots[at] = hash;
      this.#entries += 1;
      return;
    }
  }
}

function placeOf(hash: number, slots: number): number {
  return Math.floor((hash / 4_294_967_296) * slots);
}
