import { openUnpacker, type Unpacker } from "./zstd.ts";

/**
 * The unpackers of the segments that were read last. Each holds a fifth of a megabyte with its
 * dictionary; opening one takes as long as two blocks, and closing it is work for the garbage
 * collector.
 */
export class Unpackers {
  readonly #open = new Map<number, Unpacker>();
  readonly #openAtMost: number;

  constructor(openAtMost: number) {
    this.#openAtMost = openAtMost;
  }

  /** @param dictionary what the blocks of the segment were packed with; empty: nothing. */
  of(segment: number, dictionary: Uint8Array): Unpacker {
    const unpacker =
      this.#open.get(segment) ?? openUnpacker(dictionary.length > 0 ? dictionary : undefined);
    this.#open.delete(segment);
    this.#open.set(segment, unpacker);
    if (this.#open.size > this.#openAtMost) {
      const [longestUnused] = this.#open.keys();
      if (longestUnused !== undefined) this.close(longestUnused);
    }
    return unpacker;
  }

  close(segment: number): void {
    this.#open.get(segment)?.close();
    this.#open.delete(segment);
  }
}
