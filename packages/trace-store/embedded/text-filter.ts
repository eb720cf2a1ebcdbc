import { groupRows, TextCandidates } from "./text-candidates.ts";
import { hexSpace, letterSpace, type RowSpace, wordSpace } from "./text-grams.ts";
import type { TextNeedle } from "./text-needle.ts";
import { placesBytes, type ReadBytes, StoredRows, viewOf } from "./text-rows.ts";

/** "TXF3": a filter of another layout is refused, but for the one before. */
export const magic = 0x33465854;
/** "TXF2": the same without eighths. */
const magicWithoutEighths = 0x32465854;
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
/**
 * A row costs about a tenth of a block that is searched in vain. When so few eighths are left, and
 * so many rows after each other have told nothing more, the next ones will hardly do.
 */
const [fewEighths, idleRows] = [4, 2];
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
    const layout = bytes.length < headerBytes ? 0 : header.getUint32(0, true);
    if (layout !== magic && layout !== magicWithoutEighths) {
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
      // Folded words have none.
      const isWholeWords = spaces[index] === wordSpace && folded === wordSpace.to - wordSpace.from;
      const hasEighths = isWholeWords && layout === magic;
      return new StoredRows(folded, places, (at, length) => read(first + at, length), hasEighths);
    };
    this.#commonHex = storedAt(0);
    this.#others = spaces.map((space, index) => ({ space, stored: storedAt(index) })).slice(1);
  }

  /**
   * @param needle whose telling row comes first from here on
   * @returns the rows that may hold the needle: whole groups of {@link groupRows}, of rare grams
   *   eighths of them; all when it is too short to tell
   */
  candidatesFor(needle: TextNeedle): TextCandidates {
    const candidates = new TextCandidates(this.#groups);
    const { rows } = needle;
    let [before, idle, telling] = [Infinity, 0, 0];
    for (let at = 0; at < rows.length; at += 1) {
      this.#keepThoseOf(candidates, rows[at] ?? 0);
      const left = candidates.countUpTo(fewEighths);
      if (left <= fewEighths && before > fewEighths) telling = at;
      idle = left === before ? idle + 1 : 0;
      if (left === 0 || (left <= fewEighths && idle >= idleRows)) break;
      before = left;
    }
    if (telling > 0) rows.unshift(...rows.splice(telling, 1));
    return candidates;
  }

  /** Clears in `candidates` those that do not hold a gram. */
  #keepThoseOf(candidates: TextCandidates, row: number): void {
    const isHex = row >= hexSpace.from && row < hexSpace.to;
    const own = isHex ? indexOfGram(this.#common, row - hexSpace.from) : -1;
    if (own >= 0) {
      this.#commonHex.keepThoseOf(candidates, own);
      return;
    }
    const other = this.#others.find(({ space }) => row >= space.from && row < space.to);
    other?.stored.keepThoseOf(candidates, row - other.space.from);
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
