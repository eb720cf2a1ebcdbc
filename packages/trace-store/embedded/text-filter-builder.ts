import { allRows, letterSpace, type RowSpace, setGrams, wordSpace } from "./text-grams.ts";
import { foldHex } from "./text-hex.ts";
import { groupRows, headerBytes, magic } from "./text-filter.ts";
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
