import type { Block } from "./block-cache.ts";

/** A trace has about so many bytes. */
const traceBytes = 1_536;
const pieceBytes = 256 * 1024;
const comma = 0x2c;

/**
 * Copies of the traces of a page. They lie side by side with a comma in between, so that a reply
 * can take them all at once, and an allocation for each would cost more than they do.
 */
export class CopiedLines {
  #room: Buffer;
  #used = 0;

  /** @param traces how many there will be at most. */
  constructor(traces: number) {
    this.#room = Buffer.allocUnsafeSlow(Math.min(pieceBytes, traces * traceBytes));
  }

  /** @returns a copy of the wire JSON of a row. */
  add(block: Block, at: number): Buffer {
    const length = block.lineLength(at);
    if (this.#used + length > this.#room.length) {
      this.#room = Buffer.allocUnsafeSlow(Math.max(pieceBytes / 4, length));
      this.#used = 0;
    }
    const from = this.#used;
    this.#used += block.copyLine(at, this.#room, from);
    this.#room[this.#used - 1] = comma;
    return this.#room.subarray(from, this.#used - 1);
  }
}
