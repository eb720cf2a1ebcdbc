import type { TextCandidates } from "./text-candidates.ts";
import { countOnes, tileRows } from "./text-matrix.ts";
import { keepRow, lengthOfRow, writeRow } from "./text-row.ts";

/** Reads part of a stored filter. */
export type ReadBytes = (offset: number, length: number) => Uint8Array;

/**
 * The rows of a space as they are stored, 16 in a bucket, so that a reader needs the place of a
 * bucket only. First the places of the buckets, counted from the first one, and of the end
 * (uint32); then each bucket: a bit for each row that is not empty (uint16), their codes, their bytes.
 */
export interface WrittenRows {
  /** Row `r` holds the groups of every gram whose row is `r` modulo this number. */
  readonly rows: number;
  /** How many buckets were kept; of grams in others nothing is known. */
  readonly buckets: number;
  readonly bytes: Uint8Array;
  /** Whether all rows found room. */
  readonly isWhole: boolean;
}

/** Rows to write, of as many bits as there are groups. */
export interface RowSource {
  readonly groups: number;
  /** How many: a multiple of 16. */
  readonly rows: number;
  /** Fills `tile` with rows of `Math.ceil(groups / 32)` words, from `firstRow` on. */
  readonly fill: (firstRow: number, tile: Int32Array) => void;
  /** The eighths of a row's groups; undefined: the rows tell none. */
  readonly eighthsOf?: ((row: number) => Uint8Array) | undefined;
}

/** Rows are written by so many. */
export const bucketRows = 16;

/** Writes rows, as many as `budget` bytes have room for. */
export function writeRows(source: RowSource, budget: number): WrittenRows {
  const { groups, rows, fill } = source;
  const wordsOfRow = Math.ceil(groups / 32);
  const tile = new Int32Array(tileRows * wordsOfRow);
  const places = new Uint32Array(rows / bucketRows + 1);
  const mostOfBucket = 2 + bucketRows * (2 + Math.ceil(groups / 8));
  const bytes = new Uint8Array(Math.min(budget, (rows / bucketRows) * mostOfBucket) + mostOfBucket);
  let [buckets, position] = [0, 0];
  for (let row = 0; row < rows; row += bucketRows) {
    if (row % tileRows === 0) fill(row, tile);
    const end = writeBucket(source, row, tile, bytes, position);
    if (end + 4 * (buckets + 2) > budget) break;
    position = end;
    buckets += 1;
    places[buckets] = position;
  }
  const head = places.subarray(0, buckets + 1);
  const stored = new Uint8Array(head.byteLength + position);
  const view = viewOf(stored);
  head.forEach((place, index) => view.setUint32(index * 4, place, true));
  stored.set(bytes.subarray(0, position), head.byteLength);
  return { rows, buckets, bytes: stored, isWhole: buckets * bucketRows === rows };
}

/** Writes 16 rows, from the `first`, of the tile that holds them. Returns where they end. */
function writeBucket(
  { groups, eighthsOf }: RowSource,
  first: number,
  tile: Int32Array,
  bytes: Uint8Array,
  position: number,
): number {
  const wordsOfRow = Math.ceil(groups / 32);
  const start = (first % tileRows) * wordsOfRow;
  const codes: number[] = [];
  let present = 0;
  // The codes stand before the rows: these are written behind the most codes, then moved.
  const firstRow = position + 2 + bucketRows;
  let end = firstRow;
  for (let index = 0; index < bucketRows; index += 1) {
    const eighths = eighthsOf?.(first + index);
    const code = writeRow(tile, start + index * wordsOfRow, groups, bytes, end, eighths);
    if (code === undefined) continue;
    present |= 1 << index;
    codes.push(code);
    end += lengthOfRow(code, groups);
  }
  bytes[position] = present;
  bytes[position + 1] = present >>> 8;
  bytes.set(codes, position + 2);
  bytes.copyWithin(position + 2 + codes.length, firstRow, end);
  return end - bucketRows + codes.length;
}

/** How many bytes the places of so many buckets take, before the first one. */
export function placesBytes(buckets: number): number {
  return 4 * (buckets + 1);
}

/** Reads what {@link writeRows} wrote. The places of the buckets stay in memory. */
export class StoredRows {
  readonly #rows: number;
  readonly #places: DataView;
  readonly #read: ReadBytes;
  readonly #hasEighths: boolean;

  /**
   * @param rows how many there are
   * @param read reads from the first bucket on, until the next call
   * @param hasEighths whether they were written with eighths
   */
  constructor(rows: number, places: Uint8Array, read: ReadBytes, hasEighths: boolean) {
    this.#rows = rows;
    this.#hasEighths = hasEighths;
    this.#places = viewOf(places);
    this.#read = read;
  }

  /**
   * Clears in `candidates` those that do not hold a gram.
   *
   * @param row of the gram in its space
   */
  keepThoseOf(candidates: TextCandidates, row: number): void {
    const folded = row % this.#rows;
    const bucket = Math.floor(folded / bucketRows);
    if (placesBytes(bucket + 1) > this.#places.byteLength) return;
    const start = this.#places.getUint32(bucket * 4, true);
    const end = this.#places.getUint32(bucket * 4 + 4, true);
    const bytes = this.#read(start, end - start);
    const present = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8);
    const index = folded % bucketRows;
    if (((present >>> index) & 1) === 0) {
      candidates.groups.fill(0);
      return;
    }
    const before = countOnes(present & ((1 << index) - 1));
    let position = 2 + countOnes(present);
    const groups = candidates.eighths.length;
    for (let at = 0; at < before; at += 1) position += lengthOfRow(bytes[2 + at] ?? 0, groups);
    keepRow(candidates, bytes[2 + before] ?? 0, bytes, position, this.#hasEighths);
  }
}

/** A view of exactly these bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
