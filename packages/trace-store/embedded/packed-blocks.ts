import type { ImageSource } from "./segment.ts";

/** So many are read at once: as many as the traces that a text filter tells of together. */
const blocksAtOnce = 8;
const bytesAtOnce = 48 * 1024;

/** The blocks of a segment's bodies as they are stored, one behind the other. */
export class PackedBlocks {
  readonly #source: ImageSource;
  /** Where the first one begins in the image. */
  readonly #offset: number;
  /** Where each begins, and where the last one ends, from there on. */
  readonly #starts: ArrayLike<number>;
  /** What was read last, and where it lies. */
  #ahead = Buffer.alloc(0);
  #aheadStart = 0;
  #aheadEnd = 0;

  constructor(source: ImageSource, offset: number, starts: ArrayLike<number>) {
    this.#source = source;
    this.#offset = offset;
    this.#starts = starts;
  }

  /**
   * Reads a block, and some before it, as pages and scans go from the last one to the first.
   *
   * @returns bytes that hold until something else is read.
   */
  read(index: number): Uint8Array {
    const [start, end] = [this.#startOf(index), this.#startOf(index + 1)];
    if (start < this.#aheadStart || end > this.#aheadEnd) {
      const first = this.#firstToRead(index);
      if (first === index) return this.#read(start, end);
      if (this.#ahead.length === 0) this.#ahead = Buffer.allocUnsafeSlow(bytesAtOnce);
      this.#aheadStart = this.#startOf(first);
      this.#aheadEnd = end;
      this.#ahead.set(this.#read(this.#aheadStart, end));
    }
    return this.#ahead.subarray(start - this.#aheadStart, end - this.#aheadStart);
  }

  #startOf(index: number): number {
    return this.#starts[index] ?? 0;
  }

  #read(start: number, end: number): Uint8Array {
    return this.#source.readShortly(this.#offset + start, end - start);
  }

  /** The first of the blocks to read together with one: groups begin at multiples of their number. */
  #firstToRead(index: number): number {
    const end = this.#startOf(index + 1);
    let first = index;
    while (first % blocksAtOnce > 0 && end - this.#startOf(first - 1) <= bytesAtOnce) first -= 1;
    return first;
  }
}
