const candidatesAtMost = 512;
/** Bytes compared together: shorter repetitions save next to nothing. */
const gramBytes = 8;
/** A candidate is taken when more than this share of it is new; again with less while there is room. */
const newShares = [0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0];

/**
 * Cuts a dictionary for `openPacker` out of the traces that it is for: those, of a few hundred
 * evenly spaced ones, that differ most from each other. Compared to taking every so many, blocks
 * come out a tenth smaller, because a frequent kind of trace takes up no room twice.
 *
 * @param traceAt the bytes of the trace in a row, which may change at the next call.
 * @param rows how many rows there are.
 * @param size bytes of the dictionary, at most; there may be fewer when there are few traces.
 */
export function cutDictionary(
  traceAt: (row: number) => Uint8Array,
  rows: number,
  size: number,
): Buffer {
  const count = Math.min(rows, candidatesAtMost);
  let left = Array.from({ length: count }, (_, i) => {
    const trace = traceAt(Math.floor(((i + 0.5) * rows) / count));
    return Buffer.from(trace.subarray(Math.max(0, trace.length - size)));
  });
  const seen = new SeenGrams();
  const taken: Uint8Array[] = [];
  let bytes = 0;
  for (const share of newShares) {
    left = left.filter((candidate) => {
      if (bytes >= size || seen.newShare(candidate) <= share) return true;
      seen.addLast();
      taken.push(candidate);
      bytes += candidate.byteLength;
      return false;
    });
  }
  // What is likeliest to be met again stands last: zstd needs fewer bits to point there.
  const joined = Buffer.concat(taken.toReversed());
  return joined.subarray(Math.max(0, joined.length - size));
}

/** The grams that the dictionary has already, by hash. */
class SeenGrams {
  readonly #isSeen = new Uint8Array(2 ** 17);
  #hashes = new Uint32Array(0);
  #count = 0;

  /** @returns the share of the grams of `trace` that were not seen; 0 when it is shorter than one. */
  newShare(trace: Uint8Array): number {
    this.#count = Math.max(0, trace.byteLength - gramBytes + 1);
    if (this.#count === 0) return 0;
    if (this.#hashes.length < this.#count) this.#hashes = new Uint32Array(this.#count);
    const view = new DataView(trace.buffer, trace.byteOffset, trace.byteLength);
    let fresh = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const [first, second] = [view.getInt32(at, true), view.getInt32(at + 4, true)];
      const hash = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77)) >>> 15;
      this.#hashes[at] = hash;
      if (this.#isSeen[hash] === 0) fresh += 1;
    }
    return fresh / this.#count;
  }

  /** Adds the grams of the trace that was asked about last. */
  addLast(): void {
    for (let i = 0; i < this.#count; i += 1) this.#isSeen[this.#hashes[i] ?? 0] = 1;
  }
}
