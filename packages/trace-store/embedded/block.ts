const lineBreak = 0x0a;
const tab = 0x09;
const one = 0x31;

const nothing = Buffer.alloc(0);

/**
 * Bodies that were packed together, unpacked: a line each, as `new-batch` lays them out. Lent:
 * it stands for other bodies when this block has not been asked for in a while.
 */
export class Block {
  #memory: Buffer = nothing;
  /** Where the lines lie in that memory. */
  #from = 0;
  #to = 0;
  /** How many lines there are; undefined until one is asked for. */
  #rows: number | undefined;
  // Lists that keep their length: they serve one block after the other.
  /** Where each line begins, and where the last one ends. */
  readonly #starts: number[] = [];
  /** Where the wire JSON of each line begins. */
  readonly #wires: number[] = [];
  /** Those that were asked for. */
  readonly #ids: (string | undefined)[] = [];

  /** Lets it stand for the lines in `memory` from `from` to `to`. */
  set(memory: Buffer, from = 0, to = memory.length): this {
    this.#memory = memory;
    this.#from = from;
    this.#to = to;
    this.#rows = undefined;
    return this;
  }

  #findLines(): number {
    const memory = this.#memory;
    const to = this.#to;
    let rows = 0;
    let start = this.#from;
    for (; start < to; rows += 1) {
      const wire = memory.indexOf(tab, start) + 1;
      const end = memory.indexOf(lineBreak, wire) + 1;
      if (wire === 0 || end === 0 || end > to) throw new RangeError("a block holds half a line");
      this.#starts[rows] = start;
      this.#wires[rows] = wire;
      this.#ids[rows] = undefined;
      start = end;
    }
    this.#starts[rows] = start;
    return rows;
  }

  get rows(): number {
    return (this.#rows ??= this.#findLines());
  }

  /** All lines: not a copy. */
  get bytes(): Buffer {
    return this.#memory.subarray(this.#from, this.#to);
  }

  /** The row whose line holds a place in {@link bytes}. */
  rowAt(place: number): number {
    let at = 0;
    while (at < this.rows - 1 && this.lineEnd(at) <= place) at += 1;
    return at;
  }

  /** Where in {@link bytes} a row ends. */
  lineEnd(at: number): number {
    return this.#endOf(at) - this.#from;
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
    return this.#memory.subarray(this.#startOf(at), this.#endOf(at) - 1);
  }

  isAhead(at: number): boolean {
    return this.#memory[this.#startOf(at)] === one;
  }

  traceId(at: number): string {
    const start = this.#startOf(at);
    return (this.#ids[at] ??= this.#memory.toString("utf8", start + 1, this.#wireOf(at) - 1));
  }

  /** The wire JSON of a row: not a copy. */
  wire(at: number): Buffer {
    return this.#memory.subarray(this.#wireOf(at), this.#endOf(at) - 1);
  }

  /** How many bytes the wire JSON of a row has, with a line break. */
  lineLength(at: number): number {
    const wire = this.#wireOf(at);
    return this.#endOf(at) - wire;
  }

  /** Copies the wire JSON of a row and a line break. @returns how many bytes; none when they do not fit. */
  copyLine(at: number, target: Buffer, to: number): number {
    const [from, end] = [this.#wireOf(at), this.#endOf(at)];
    return to + end - from > target.length ? 0 : this.#memory.copy(target, to, from, end);
  }
}
