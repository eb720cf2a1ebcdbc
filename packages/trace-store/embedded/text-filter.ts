import { hexSpace, letterSpace, type RowSpace, wordSpace } from "./text-grams.ts";
import type { TextNeedle } from "./text-needle.ts";
import { placesBytes, type ReadBytes, StoredRows, viewOf } from "./text-rows.ts";

/** Consecutive traces of which the filter knows together what they hold. */
export const groupRows = 64;

export const magic = 0x32465854;
/**
 * What is stored one after the other: the hex grams that have a row of their own, the other ones,
 * letters, words.
 */
const spaces = [hexSpace, hexSpace, letterSpace, wordSpace];
/**
 * Magic, groups, number of common hex grams, and of each space: how many rows it is folded to, its
 * buckets, where it begins. The common hex grams (uint16) follow.
 */
const fixedNumbers = 3;
export const headerBytes = 4 * (fixedNumbers + 3 * spaces.length);

/** A space of rows, and what is stored of it. */
interface StoredSpace {
  readonly space: RowSpace;
  readonly stored: StoredRows;
}

/** Tells of a segment's groups of traces whether they may hold a needle. */
export class TextFilter {
  readonly #groups: number;
  /** The common hex grams, ascending. */
  readonly #common: DataView;
  readonly #commonHex: StoredRows;
  readonly #others: readonly StoredSpace[];

  /**
   * @param read reads the stored filter: bytes that hold until the next call
   * @param rows how many traces the segment has
   * @throws RangeError when what is read is no filter of so many traces
   */
  constructor(read: ReadBytes, rows: number) {
    this.#groups = Math.ceil(rows / groupRows);
    // Copies: what is read holds until the next call.
    const bytes = new Uint8Array(read(0, headerBytes));
    const header = viewOf(bytes);
    if (bytes.length < headerBytes || header.getUint32(0, true) !== magic) {
      throw new RangeError("not a text filter");
    }
    if (header.getUint32(4, true) !== this.#groups) {
      throw new RangeError("a text filter of other traces");
    }
    this.#common = viewOf(new Uint8Array(read(headerBytes, header.getUint32(8, true) * 2)));
    const storedAt = (index: number) => {
      const valueAt = (place: number) =>
        header.getUint32(4 * (fixedNumbers + 3 * index + place), true);
      const [folded, buckets, offset] = [valueAt(0), valueAt(1), valueAt(2)];
      const places = new Uint8Array(read(offset, placesBytes(buckets)));
      const first = offset + places.length;
      return new StoredRows(folded, places, (at, length) => read(first + at, length));
    };
    this.#commonHex = storedAt(0);
    this.#others = spaces.map((space, index) => ({ space, stored: storedAt(index) })).slice(1);
  }

  /**
   * @returns a bit for each group of {@link groupRows} traces: whether one of them may hold the
   *   needle; all when it is too short to tell
   */
  groupsThatMayHold(needle: TextNeedle): Uint32Array {
    const groups = this.#groups;
    const mayHold = new Uint32Array(Math.ceil(groups / 32)).fill(-1);
    if (groups % 32 > 0) mayHold[mayHold.length - 1] = 2 ** (groups % 32) - 1;
    for (const row of needle.rows) {
      this.#keepGroupsOf(mayHold, row);
      if (mayHold.every((word) => word === 0)) break;
    }
    return mayHold;
  }

  /** Clears in `mayHold` the groups that do not hold a gram. */
  #keepGroupsOf(mayHold: Uint32Array, row: number): void {
    const isHex = row >= hexSpace.from && row < hexSpace.to;
    const own = isHex ? indexOfGram(this.#common, row - hexSpace.from) : -1;
    if (own >= 0) {
      this.#commonHex.keepGroupsOf(mayHold, this.#groups, own);
      return;
    }
    const other = this.#others.find(({ space }) => row >= space.from && row < space.to);
    other?.stored.keepGroupsOf(mayHold, this.#groups, row - other.space.from);
  }
}

/** Where a gram stands in the list of the common ones; −1 when it is none. */
function indexOfGram(common: DataView, gram: number): number {
  const count = common.byteLength / 2;
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (common.getUint16(middle * 2, true) < gram) low = middle + 1;
    else high = middle;
  }
  return low < count && common.getUint16(low * 2, true) === gram ? low : -1;
}
