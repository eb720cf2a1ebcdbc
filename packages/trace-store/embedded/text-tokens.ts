import { markOfByte } from "./text-grams.ts";

const quote = 0x22;
const colon = 0x3a;
const backslash = 0x5c;
const shortest = 3;
const slots = 1 << 11;
const several = -1;
/** Tokens begin here, so that 0 is no place of one and the byte before one can be read. */
const firstByte = 4;

/**
 * Finds the tokens of the texts in JSON: what stands between the marks of JSON in its strings, keys
 * left out. A token that was found before in the same eighth of a group of traces, or in two eighths
 * of the group, is mostly left out too: names and words come again and again.
 */
export class TokenFinder {
  /** UTF-8 of the group's traces. */
  bytes: Buffer = Buffer.alloc(1 << 18);
  /** Start and end in `bytes` of each token that {@link find} found, one after the other. */
  bounds = new Int32Array(1 << 12);
  /** Where a token began last, by its hash; 0 where none did. */
  readonly #places = new Int32Array(slots);
  /** The eighth in which that token was found; −1: in several. */
  readonly #eighths = new Int32Array(slots);
  #eighth = 0;
  #end = firstByte;

  /** Begins a new group. */
  forget(): void {
    this.#places.fill(0);
    this.#end = firstByte;
  }

  /**
   * Finds the new tokens of one trace's JSON.
   *
   * @param eighth the number of the eighth that the trace is in
   * @returns how many numbers of `bounds` hold them
   */
  find(json: string, eighth: number): number {
    this.#eighth = eighth;
    const most = json.length * 3;
    if (this.#end + most > this.bytes.length) {
      this.forget();
      if (this.#end + most > this.bytes.length) this.bytes = Buffer.alloc(this.#end + most * 2);
    }
    const start = this.#end;
    this.#end += this.bytes.write(json, start);
    if (this.bounds.length < this.#end - start) this.bounds = new Int32Array(this.bytes.length);
    return this.#split(start, this.#end);
  }

  #split(start: number, end: number): number {
    const { bytes, bounds } = this;
    let count = 0;
    for (let index = start; index < end; index += 1) {
      if (bytes[index] !== quote) continue;
      let from = index + 1;
      index = endOfToken(bytes, from, end);
      // A key. One with marks in it is taken for a text, which only costs a little room.
      if (bytes[index] === quote && bytes[index + 1] === colon) continue;
      for (;;) {
        if (index - from >= shortest && this.#isNew(from, index)) {
          bounds[count++] = from;
          bounds[count++] = index;
        }
        if (index >= end || bytes[index] === quote) break;
        // What follows a backslash belongs to the text, but a quote does not end it.
        if (bytes[index] === backslash) index += 1;
        from = markOfByte[bytes[index] ?? 0] === 0 ? index : index + 1;
        index = endOfToken(bytes, from, end);
      }
    }
    return count;
  }

  #isNew(start: number, end: number): boolean {
    const { bytes } = this;
    const head =
      (bytes[start] ?? 0) | ((bytes[start + 1] ?? 0) << 8) | ((bytes[start + 2] ?? 0) << 16);
    const tail =
      (bytes[end - 1] ?? 0) |
      ((bytes[end - 2] ?? 0) << 8) |
      ((bytes[end - 3] ?? 0) << 16) |
      ((bytes[end - 4] ?? 0) << 24);
    const product =
      (Math.imul(head, 0x9e3779b1) +
        Math.imul(tail, 0x85ebca6b) +
        Math.imul(end - start, 0x2c1b3c6d)) |
      0;
    const slot = (product ^ (product >>> 15)) & (slots - 1);
    const place = this.#places[slot] ?? 0;
    this.#places[slot] = start;
    const eighth = this.#eighths[slot] ?? 0;
    this.#eighths[slot] = this.#eighth;
    if (place === 0) return true;
    // Compared as a whole: whatever begins with these bytes has their grams.
    const shift = place - start;
    let index = start;
    while (index < end && bytes[index] === bytes[index + shift]) index += 1;
    if (index < end || eighth === this.#eighth) return index < end;
    this.#eighths[slot] = several;
    return eighth !== several;
  }
}

/** The first mark of JSON at or after `from`, or `end`. */
function endOfToken(bytes: Uint8Array, from: number, end: number): number {
  let index = from;
  while (index < end && markOfByte[bytes[index] ?? 0] === 0) index += 1;
  return index;
}
