/** A trace has about so many bytes. */
const traceBytes = 1_536;
const pieceBytes = 256 * 1024;

/** Copies of the traces of a page, side by side: an allocation each would cost more than they do. */
export class CopiedBytes {
  #room: Buffer;
  #used = 0;

  /** @param traces how many there will be at most. */
  constructor(traces: number) {
    this.#room = Buffer.allocUnsafeSlow(Math.min(pieceBytes, traces * traceBytes));
  }

  /** @returns a copy of the bytes. */
  readonly add = (bytes: Buffer): Buffer => {
    const { length } = bytes;
    if (this.#used + length > this.#room.length) {
      this.#room = Buffer.allocUnsafeSlow(Math.max(pieceBytes / 4, length));
      this.#used = 0;
    }
    const from = this.#used;
    this.#used = from + length;
    bytes.copy(this.#room, from);
    return this.#room.subarray(from, from + length);
  };
}
