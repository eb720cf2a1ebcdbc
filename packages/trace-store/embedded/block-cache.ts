/** Bodies that were packed together, unpacked: a line each, as `new-batch` lays them out. */
export class Block {
  /** Lent: the memory holds other blocks when this one has not been asked for in a while. */
  readonly bytes: Buffer;
  /** Where each line begins, and where the last one ends; found when a line is asked for. */
  readonly #starts = [0];
  /** Where the wire JSON of each line begins. */
  readonly #wires: number[] = [];
  /** Those that were asked for. */
  readonly #ids: string[] = [];

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  #findLines(): void {
    for (let start = 0; start < this.bytes.length;) {
      const wire = this.bytes.indexOf(tab, start) + 1;
      const end = this.bytes.indexOf(lineBreak, wire) + 1;
      if (wire === 0 || end === 0) throw new RangeError("a block holds half a line");
      this.#wires.push(wire);
      this.#starts.push(end);
      start = end;
    }
  }

  get rows(): number {
    if (this.#wires.length === 0) this.#findLines();
    return this.#wires.length;
  }

  #startOf(at: number): number {
    const start = at < this.rows ? this.#starts[at] : undefined;
    if (start === undefined) throw new RangeError(`no row ${at} in a block`);
    return start;
  }

  /** @throws RangeError for a row it does not hold. */
  #wireOf(at: number): number {
    const wire = at < this.rows ? this.#wires[at] : undefined;
    if (wire === undefined) throw new RangeError(`no row ${at} in a block`);
    return wire;
  }

  /** Past the line break of a row. */
  #endOf(at: number): number {
    return this.#starts[at + 1] ?? 0;
  }

  /** The whole line of a row, without its line break. @throws RangeError for a row it does not hold. */
  body(at: number): Buffer {
    return this.bytes.subarray(this.#startOf(at), this.#endOf(at) - 1);
  }

  isAhead(at: number): boolean {
    return this.bytes[this.#startOf(at)] === one;
  }

  traceId(at: number): string {
    const start = this.#startOf(at);
    return (this.#ids[at] ??= this.bytes.toString("utf8", start + 1, this.#wireOf(at) - 1));
  }

  /** The wire JSON of a row: not a copy. */
  wire(at: number): Buffer {
    return this.bytes.subarray(this.#wireOf(at), this.#endOf(at) - 1);
  }

  /** How many bytes the wire JSON of a row has, with a line break. */
  lineLength(at: number): number {
    const wire = this.#wireOf(at);
    return this.#endOf(at) - wire;
  }

  /** Copies the wire JSON of a row and a line break. @returns how many bytes; none when they do not fit. */
  copyLine(at: number, target: Buffer, to: number): number {
    const [from, end] = [this.#wireOf(at), this.#endOf(at)];
    return to + end - from > target.length ? 0 : this.bytes.copy(target, to, from, end);
  }
}

const lineBreak = 0x0a;
const tab = 0x09;
const one = 0x31;

const pieceBytes = 2 ** 20;

/** Memory that is taken from its start to its end, for blocks that go together. */
interface Piece {
  readonly bytes: Buffer;
  used: number;
  readonly keys: number[];
}

/**
 * The blocks that were read last, up to so many bytes. Their memory is used again and again: what
 * is allocated anew for each block makes the garbage collector stop everything several times a
 * second.
 */
export class BlockCache {
  readonly #piecesAtMost: number;
  readonly #blocks = new Map<number, Block>();
  /** The oldest first; the last one is being filled. */
  readonly #pieces: Piece[] = [];
  /** Blocks that were not here when asked for. */
  misses = 0;

  constructor(bytesAtMost: number) {
    this.#piecesAtMost = Math.max(1, Math.floor(bytesAtMost / pieceBytes));
  }

  get(segment: number, block: number): Block | undefined {
    const found = this.#blocks.get(segment * 65_536 + block);
    if (found === undefined) this.misses += 1;
    return found;
  }

  /**
   * Unpacks a block into this memory and keeps it. A block too large for that has its own, and is
   * not kept.
   *
   * @param unpack fills the bytes it is given; what it throws is thrown.
   */
  add(segment: number, block: number, size: number, unpack: (into: Buffer) => void): Block {
    if (size > pieceBytes) {
      const bytes = Buffer.allocUnsafeSlow(size);
      unpack(bytes);
      return new Block(bytes);
    }
    const piece = this.#pieceFor(size);
    const bytes = piece.bytes.subarray(piece.used, piece.used + size);
    unpack(bytes);
    piece.used += size;
    const key = segment * 65_536 + block;
    const added = new Block(bytes);
    this.#blocks.set(key, added);
    piece.keys.push(key);
    return added;
  }

  #pieceFor(size: number): Piece {
    const last = this.#pieces.at(-1);
    if (last !== undefined && last.used + size <= pieceBytes) return last;
    const oldest = this.#pieces.length >= this.#piecesAtMost ? this.#pieces.shift() : undefined;
    for (const key of oldest?.keys ?? []) this.#blocks.delete(key);
    const bytes = oldest?.bytes ?? Buffer.allocUnsafeSlow(pieceBytes);
    const piece = { bytes, used: 0, keys: [] };
    this.#pieces.push(piece);
    return piece;
  }
}
