/** Bodies that were packed together, unpacked: a line each, as `new-batch` lays them out. */
export class Block {
  readonly bytes: Buffer;
  readonly #starts: readonly number[];

  constructor(bytes: Buffer) {
    const starts = [0];
    for (let at = bytes.indexOf(lineBreak); at >= 0; at = bytes.indexOf(lineBreak, at + 1)) {
      starts.push(at + 1);
    }
    this.bytes = bytes;
    this.#starts = starts;
  }

  get rows(): number {
    return this.#starts.length - 1;
  }

  /** The whole line of a row, without its line break. @throws RangeError for a row it does not hold. */
  body(at: number): Buffer {
    const [start, next] = [this.#starts[at], this.#starts[at + 1]];
    if (start === undefined || next === undefined) throw new RangeError(`no row ${at} in a block`);
    return this.bytes.subarray(start, next - 1);
  }

  isAhead(at: number): boolean {
    return this.body(at)[0] === one;
  }

  traceId(at: number): string {
    const body = this.body(at);
    return body.toString("utf8", 1, body.indexOf(tab));
  }

  /** The wire JSON of a row: the stored bytes, not a copy. */
  wire(at: number): Buffer {
    const body = this.body(at);
    return body.subarray(body.indexOf(tab) + 1);
  }

  /** Copies the wire JSON of a row and a line break. @returns how many bytes; none when they do not fit. */
  copyLine(at: number, target: Buffer, to: number): number {
    const [start = 0, end = 0] = [this.#starts[at], this.#starts[at + 1]];
    const from = this.bytes.indexOf(tab, start) + 1;
    return to + end - from > target.length ? 0 : this.bytes.copy(target, to, from, end);
  }
}

const lineBreak = 0x0a;
const tab = 0x09;
const one = 0x31;

/** The blocks that were read last, up to so many bytes. */
export class BlockCache {
  readonly #bytesAtMost: number;
  readonly #blocks = new Map<number, Block>();
  #bytes = 0;
  /** Blocks that were not here when asked for. */
  misses = 0;

  constructor(bytesAtMost: number) {
    this.#bytesAtMost = bytesAtMost;
  }

  get(segment: number, block: number): Block | undefined {
    const key = segment * 65_536 + block;
    const found = this.#blocks.get(key);
    if (found === undefined) {
      this.misses += 1;
      return undefined;
    }
    this.#blocks.delete(key);
    this.#blocks.set(key, found);
    return found;
  }

  put(segment: number, block: number, content: Block): void {
    this.#blocks.set(segment * 65_536 + block, content);
    this.#bytes += content.bytes.length;
    for (const [key, oldest] of this.#blocks) {
      if (this.#bytes <= this.#bytesAtMost) return;
      this.#blocks.delete(key);
      this.#bytes -= oldest.bytes.length;
    }
  }
}
