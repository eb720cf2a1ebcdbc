import {
  allRows,
  hexSpace,
  letterSpace,
  type RowSpace,
  wordSpace,
  setGrams,
} from "./text-grams.ts";
import { foldHex } from "./text-hex.ts";
import { TextMatrix } from "./text-matrix.ts";
import type { TextNeedle } from "./text-needle.ts";
import {
  keepGroupsOf,
  type ReadBytes,
  type RowSource,
  viewOf,
  writeRows,
  type WrittenRows,
} from "./text-rows.ts";
import { TokenFinder } from "./text-tokens.ts";

export type { ReadBytes } from "./text-rows.ts";
export { analyseNeedle, type TextNeedle } from "./text-needle.ts";

/** Consecutive traces of which the filter knows together what they hold. */
export const groupRows = 64;

/** No more bytes, whatever the texts: all grams of base64 or random text would take hundreds a trace. */
const bytesOfTrace = 64;
const spareBytes = 32_768;

/** Fuller rows tell hardly anything: it is better to know nothing of some grams. */
const fullestWords = 0.4;
const fewestWordRows = 2048;

const magic = 0x32465854;
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
const headerBytes = 4 * (fixedNumbers + 3 * spaces.length);

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

  /** @returns the bytes to store, at most 64 a trace and 32 kB */
  finish(): Uint8Array {
    const matrix = this.#matrix;
    const hex = foldHex(matrix);
    let budget = this.#rows * bytesOfTrace + spareBytes - headerBytes - hex.common.byteLength;
    const write = (source: RowSource) => {
      const written = writeRows(source, budget);
      budget -= written.bytes.length;
      return written;
    };
    const written = [
      write(hex.commonRows),
      write(hex.foldedRows),
      write(matrix.rowsOf(letterSpace, sizeOf(letterSpace))),
    ];
    return joinSpaces(matrix.groups, hex.common, [...written, this.#writeWords(budget)]);
  }

  /** Folded when there is no room: few groups have so few bits a row that fewer rows take less. */
  #writeWords(budget: number): WrittenRows {
    let rows = sizeOf(wordSpace);
    let words = writeRows(this.#matrix.rowsOf(wordSpace, rows), budget);
    if (words.isWhole) return words;
    const fill = this.#matrix.shareSet(wordSpace);
    while (
      !words.isWhole &&
      rows > fewestWordRows &&
      fillWhenFolded(fill, wordSpace, rows / 2) <= fullestWords
    ) {
      rows /= 2;
      words = writeRows(this.#matrix.rowsOf(wordSpace, rows), budget);
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

function joinSpaces(
  groups: number,
  common: Uint16Array,
  written: readonly WrittenRows[],
): Uint8Array {
  const firstSpace = headerBytes + common.byteLength;
  const length = written.reduce((sum, { bytes }) => sum + bytes.length, firstSpace);
  const joined = new Uint8Array(length);
  const header = [magic, groups, common.length];
  let start = firstSpace;
  for (const { rows, buckets, bytes } of written) {
    header.push(rows, buckets, start);
    joined.set(bytes, start);
    start += bytes.length;
  }
  const view = viewOf(joined);
  header.forEach((value, index) => view.setUint32(index * 4, value, true));
  common.forEach((gram, index) => view.setUint16(headerBytes + index * 2, gram, true));
  return joined;
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
  for (const { stored, row } of placesOf(read, groups, needle.rows)) {
    keepGroupsOf(mayHold, groups, read, stored, row);
    if (mayHold.every((word) => word === 0)) break;
  }
  return mayHold;
}

/** Where the rows of a needle are stored. */
function placesOf(read: ReadBytes, groups: number, rows: readonly number[]) {
  const bytes = read(0, headerBytes);
  const header = viewOf(bytes);
  if (bytes.length < headerBytes || header.getUint32(0, true) !== magic) {
    throw new RangeError("not a text filter");
  }
  if (header.getUint32(4, true) !== groups) throw new RangeError("a text filter of other traces");
  const stored = spaces.map((space, index) => {
    const valueAt = (place: number) =>
      header.getUint32(4 * (fixedNumbers + 3 * index + place), true);
    return { space, rows: valueAt(0), buckets: valueAt(1), offset: valueAt(2) };
  });
  const commonBytes = header.getUint32(8, true) * 2;
  const hasHex = rows.some((row) => row >= hexSpace.from && row < hexSpace.to);
  const common = hasHex ? viewOf(read(headerBytes, commonBytes)) : undefined;
  return rows.flatMap((row) => {
    const own = common === undefined ? -1 : indexOfGram(common, row - hexSpace.from);
    const space = stored.find(
      ({ space: { from, to } }, index) => row >= from && row < to && (index > 0 || own >= 0),
    );
    if (space === undefined) return [];
    return [{ stored: space, row: own >= 0 ? own : row - space.space.from }];
  });
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
