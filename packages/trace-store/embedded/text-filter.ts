import {
  allRows,
  hexSpace,
  letterSpace,
  type RowSpace,
  wordSpace,
  setGrams,
} from "./text-grams.ts";
import { TextMatrix } from "./text-matrix.ts";
import { keepGroupsOf, type ReadBytes, viewOf, writeRows, type WrittenRows } from "./text-rows.ts";
import { TokenFinder } from "./text-tokens.ts";

export type { ReadBytes } from "./text-rows.ts";

/** Consecutive traces of which the filter knows together what they hold. */
export const groupRows = 64;

/** No more bytes, whatever the texts: all grams of base64 or random text would take hundreds a trace. */
const bytesOfTrace = 58;
const spareBytes = 32_768;

/** The rows of hex grams are folded until two in five bits are set: 5 rows tell of 8 digits. */
const foldedHexRows = [4096, 6144, 8192, 10_240, 12_288, 14_336, 16_384];
const fullestHex = 0.42;
/** Fuller rows tell hardly anything: it is better to know nothing of some grams. */
const fullestWords = 0.4;
const fewestWordRows = 2048;

const magic = 0x31465854;
const spaces = [hexSpace, letterSpace, wordSpace];
/** Magic, groups, and of each space: how many rows it is folded to, its buckets, where it begins. */
const headerBytes = 4 * (2 + 3 * spaces.length);

/** Gathers the grams of the texts in a segment's traces: of strings that are values, not of keys. */
export class TextFilterBuilder {
  readonly #rows: number;
  readonly #matrix: TextMatrix;
  readonly #finder = new TokenFinder();
  #group = -1;

  /** @param rows how many traces the segment has */
  constructor(rows: number) {
    this.#rows = rows;
    this.#matrix = new TextMatrix(allRows, Math.ceil(rows / groupRows));
  }

  /**
   * Adds a trace; fastest when the rows come in order.
   *
   * @param row of the trace, from 0
   * @param loweredJson its JSON text in lower case
   */
  add(row: number, loweredJson: string): void {
    const group = Math.floor(row / groupRows);
    const finder = this.#finder;
    if (group !== this.#group) finder.forget();
    this.#group = group;
    const found = finder.find(loweredJson);
    const { bytes, bounds } = finder;
    const { words } = this.#matrix;
    const first = this.#matrix.startOf(group);
    for (let index = 0; index < found; index += 2) {
      setGrams(bytes, bounds[index] ?? 0, bounds[index + 1] ?? 0, words, first);
    }
  }

  /** @returns the bytes to store, at most 58 a trace and 32 kB */
  finish(): Uint8Array {
    const matrix = this.#matrix;
    const hexFill = matrix.shareSet(hexSpace);
    const hexRows = foldedHexRows.find(
      (rows) => fillWhenFolded(hexFill, hexSpace, rows) <= fullestHex,
    );
    const budget = this.#rows * bytesOfTrace + spareBytes - headerBytes;
    const hex = writeRows(matrix, hexSpace, hexRows ?? 16_384, budget);
    const letters = writeRows(matrix, letterSpace, sizeOf(letterSpace), budget - hex.bytes.length);
    const words = this.#writeWords(budget - hex.bytes.length - letters.bytes.length);
    return joinSpaces(matrix.groups, [hex, letters, words]);
  }

  /** Folded when there is no room: few groups have so few bits a row that fewer rows take less. */
  #writeWords(budget: number): WrittenRows {
    let rows = sizeOf(wordSpace);
    let words = writeRows(this.#matrix, wordSpace, rows, budget);
    if (words.isWhole) return words;
    const fill = this.#matrix.shareSet(wordSpace);
    while (
      !words.isWhole &&
      rows > fewestWordRows &&
      fillWhenFolded(fill, wordSpace, rows / 2) <= fullestWords
    ) {
      rows /= 2;
      words = writeRows(this.#matrix, wordSpace, rows, budget);
    }
    return words;
  }
}

function sizeOf(space: RowSpace): number {
  return space.to - space.from;
}

/** The share of bits that are set when a space is folded, if they are spread evenly. */
function fillWhenFolded(fill: number, space: RowSpace, rows: number): number {
  return 1 - (1 - fill) ** (sizeOf(space) / rows);
}

function joinSpaces(groups: number, written: readonly WrittenRows[]): Uint8Array {
  const length = written.reduce((sum, { bytes }) => sum + bytes.length, headerBytes);
  const joined = new Uint8Array(length);
  const header = [magic, groups];
  let start = headerBytes;
  for (const { rows, buckets, bytes } of written) {
    header.push(rows, buckets, start);
    joined.set(bytes, start);
    start += bytes.length;
  }
  const view = viewOf(joined);
  header.forEach((value, index) => view.setUint32(index * 4, value, true));
  return joined;
}

/** A needle, analysed once for all segments. */
export interface TextNeedle {
  /** The rows of its grams; none when it is too short to tell. */
  readonly rows: readonly number[];
}

/** So many rows tell enough: more are not read. */
const mostRows = 20;
/** Grams of three letters help when there are fewer of the longer ones. */
const enoughRows = 4;

/** @param lowered in lower case and escaped as in JSON: `JSON.stringify(text.toLowerCase()).slice(1, -1)` */
export function analyseNeedle(lowered: string): TextNeedle {
  const words = new Int32Array(allRows >>> 5);
  // Half a surrogate pair has no UTF-8 of its own.
  for (const part of lowered.split(/\p{Surrogate}/u)) {
    const bytes = Buffer.from(part);
    setGrams(bytes, 0, bytes.length, words, 0);
  }
  // In the order of a hash: neighbours in the text, which come together, are apart.
  const rowsOf = ({ from, to }: RowSpace) => {
    const rows: number[] = [];
    for (let row = from; row < to && rows.length < mostRows; row += 1) {
      if ((((words[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1) rows.push(row);
    }
    return rows;
  };
  const long = [...rowsOf(wordSpace), ...rowsOf(hexSpace)];
  return { rows: long.length < enoughRows ? [...long, ...rowsOf(letterSpace)] : long };
}

/**
 * @param read reads the stored filter
 * @param rows how many traces the segment has
 * @returns a bit for each group of {@link groupRows} traces: whether one of them may hold the
 *   needle; all when it is too short to tell
 * @throws RangeError when what is read is no filter of so many traces
 */
export function groupsThatMayHold(read: ReadBytes, rows: number, needle: TextNeedle): Uint32Array {
  const groups = Math.ceil(rows / groupRows);
  const mayHold = new Uint32Array(Math.ceil(groups / 32)).fill(-1);
  if (groups % 32 > 0) mayHold[mayHold.length - 1] = 2 ** (groups % 32) - 1;
  if (needle.rows.length === 0) return mayHold;
  const bytes = read(0, headerBytes);
  const header = viewOf(bytes);
  if (bytes.length < headerBytes || header.getUint32(0, true) !== magic) {
    throw new RangeError("not a text filter");
  }
  if (header.getUint32(4, true) !== groups) throw new RangeError("a text filter of other traces");
  const stored = spaces.map((space, index) => {
    const valueAt = (place: number) => header.getUint32(4 * (2 + 3 * index + place), true);
    return { space, rows: valueAt(0), buckets: valueAt(1), offset: valueAt(2) };
  });
  for (const row of needle.rows) {
    const place = stored.find(({ space }) => row >= space.from && row < space.to);
    if (place === undefined) continue;
    keepGroupsOf(mayHold, groups, read, place, row - place.space.from);
    if (mayHold.every((word) => word === 0)) break;
  }
  return mayHold;
}
