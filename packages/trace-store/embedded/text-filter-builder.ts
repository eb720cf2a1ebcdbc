import { eighthRows, groupRows } from "./text-candidates.ts";
import { TextEighths } from "./text-eighths.ts";
import { allRows, letterSpace, type RowSpace, setGrams, wordSpace } from "./text-grams.ts";
import { foldHex } from "./text-hex.ts";
import { headerBytes, magic } from "./text-filter.ts";
import { TextMatrix } from "./text-matrix.ts";
import { type RowSource, viewOf, writeRows, type WrittenRows } from "./text-rows.ts";
import { TokenFinder } from "./text-tokens.ts";

/** No more bytes, whatever the texts: all grams of base64 or random text would take hundreds a trace. */
const bytesOfTrace = 80;
const spareBytes = 49_152;

/** Fuller rows tell hardly anything: it is better to know nothing of some grams. */
const fullestWords = 0.4;
const fewestWordRows = 2048;

/** Gathers the grams of the texts in a segment's traces: of strings that are values, not of keys. */
export class TextFilterBuilder {
  readonly #rows: number;
  readonly #matrix: TextMatrix;
  readonly #eighths: TextEighths;
  readonly #finder = new TokenFinder();
  #added = 0;

  /** @param rows how many traces the segment has */
  constructor(rows: number) {
    this.#rows = rows;
    const groups = Math.ceil(rows / groupRows);
    this.#matrix = new TextMatrix(allRows, groups);
    this.#eighths = new TextEighths(groups);
  }

  /**
   * Adds the next trace.
   *
   * @param loweredJson its JSON text in lower case
   */
  add(loweredJson: string): void {
    const finder = this.#finder;
    if (this.#added % groupRows === 0) finder.forget();
    const eighth = Math.floor((this.#added % groupRows) / eighthRows);
    const found = finder.find(loweredJson, eighth);
    const { bytes, bounds } = finder;
    const { grams, first } = this.#eighths;
    const firstOfWords = this.#eighths.firstOfWords(eighth);
    for (let index = 0; index < found; index += 2) {
      setGrams(bytes, bounds[index] ?? 0, bounds[index + 1] ?? 0, grams, first, firstOfWords);
    }
    this.#added += 1;
    if (this.#added % groupRows === 0 || this.#added === this.#rows) {
      const group = Math.ceil(this.#added / groupRows) - 1;
      this.#eighths.moveTo(this.#matrix.words, this.#matrix.startOf(group));
    }
  }

  /** @returns the bytes to store, at most 80 a trace and 48 kB */
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

  /**
   * With eighths. Folded and without them when there is no room: few groups have so few bits a row
   * that fewer rows take less.
   */
  #writeWords(budget: number): WrittenRows {
    let rows = sizeOf(wordSpace);
    const eighthsOf = (row: number) => this.#eighths.of(row);
    let words = writeRows({ ...this.#matrix.rowsOf(wordSpace, rows), eighthsOf }, budget);
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
