import { fourDigitRows, hexSpace } from "./text-grams.ts";
import { countOnes, type TextMatrix, tileRows } from "./text-matrix.ts";
import { bucketRows, type RowSource } from "./text-rows.ts";

/**
 * The rows of hex grams are folded as long as few of the bits are set: 5 rows tell of 8 digits. More
 * rows than the last of these leave fewer groups in vain, but take too much of the disk.
 */
const foldedRows = [4096, 6144, 8192, 12_288, 16_384, 20_480, 24_576, 32_768];
const fullest = 0.15;
/** With fewer groups than this, more rows would each hold next to nothing, and cost their codes. */
const [manyGroups, mostRowsOfFew] = [256, 16_384];
/** A gram that more groups hold is common. A row of its own costs less than what it would spoil. */
const commonShare = 0.3;
/** Fewer groups are no measure of how common a gram is. */
const fewestGroups = 64;
/** Rows of common grams at most: the list of them is read as a whole. */
const mostCommon = 2048;

/** The rows of the hex grams of a segment, as they are stored. */
export interface HexRows {
  /** The common grams, ascending: each has a row of its own. */
  readonly common: Uint16Array;
  readonly commonRows: RowSource;
  /** The others share rows. */
  readonly foldedRows: RowSource;
}

/**
 * Folds the rows of hex grams. The digits of a project or of a busy operator are in nearly every
 * group: the grams that shared a row with theirs would tell nothing.
 */
export function foldHex(matrix: TextMatrix): HexRows {
  const { groups } = matrix;
  const wordsOfRow = Math.ceil(groups / 32);
  const size = hexSpace.to - hexSpace.from;
  const words = new Int32Array(size * wordsOfRow);
  for (let row = 0; row < size; row += tileRows) {
    const tile = words.subarray(row * wordsOfRow, (row + tileRows) * wordsOfRow);
    matrix.turn(hexSpace, row, size, tile);
  }
  const { common, others } = findCommon(words, size, groups);
  const commonRows = Math.ceil(common.length / bucketRows) * bucketRows;
  const commonWords = new Int32Array(commonRows * wordsOfRow);
  for (const [place, row] of common.entries()) {
    const own = words.subarray(row * wordsOfRow, (row + 1) * wordsOfRow);
    commonWords.set(own, place * wordsOfRow);
    own.fill(0);
  }
  const share = others / Math.max(1, groups * size);
  const choices = foldedRows.filter((kept) => groups >= manyGroups || kept <= mostRowsOfFew);
  const rows =
    choices.find((kept) => 1 - (1 - share) ** (size / kept) <= fullest) ?? Math.max(...choices);
  // Row by row from the first one on, so that what is read has not been folded into.
  for (let from = rows * wordsOfRow, to = 0; from < words.length; from += 1, to += 1) {
    if (to === rows * wordsOfRow) to = 0;
    words[to] = (words[to] ?? 0) | (words[from] ?? 0);
  }
  return {
    common: Uint16Array.from(common),
    commonRows: sourceOf(commonWords, commonRows, groups),
    foldedRows: sourceOf(words.subarray(0, rows * wordsOfRow), rows, groups),
  };
}

/** Finds the rows of the common grams, and how many bits the others have. */
function findCommon(words: Int32Array, size: number, groups: number) {
  const wordsOfRow = Math.ceil(groups / 32);
  const common: number[] = [];
  let others = 0;
  for (let row = 0; row < size; row += 1) {
    let ones = 0;
    for (let index = row * wordsOfRow; index < (row + 1) * wordsOfRow; index += 1) {
      ones += countOnes(words[index] ?? 0);
    }
    const isCommon = ones > groups * commonShare && groups >= fewestGroups;
    if (isCommon && row < fourDigitRows && common.length < mostCommon) common.push(row);
    else others += ones;
  }
  return { common, others };
}

function sourceOf(words: Int32Array, rows: number, groups: number): RowSource {
  const wordsOfRow = Math.ceil(groups / 32);
  const fill = (firstRow: number, tile: Int32Array) => {
    const from = firstRow * wordsOfRow;
    tile.fill(0).set(words.subarray(from, from + tile.length));
  };
  return { groups, rows, fill };
}
