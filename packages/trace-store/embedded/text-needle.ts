import {
  allRows,
  hexSpace,
  letterSpace,
  type RowSpace,
  setGrams,
  wordSpace,
} from "./text-grams.ts";

/** A needle, analysed once for all segments. */
export interface TextNeedle {
  /**
   * The rows of its grams, in the order in which they are read; none when it is too short to tell.
   * The order changes: what told the most of one segment comes first in the next.
   */
  readonly rows: number[];
}

/** So many rows tell enough: more are not read. */
const mostRows = 20;
/** Grams of single signs or of three letters help when there are fewer of the longer ones. */
const enoughRows = 4;

/** @param lowered in lower case and escaped as in JSON: `JSON.stringify(text.toLowerCase()).slice(1, -1)` */
export function analyseNeedle(lowered: string): TextNeedle {
  const words = gramsOf(lowered);
  // One sign of three bytes has two rows, which its pairs make superfluous.
  const beyondAscii = new Set(lowered.match(/[\u0800-\ud7ff\ue000-\uffff]/g));
  // A mark between them: no gram goes beyond it.
  const signs = new Set(
    beyondAscii.size === 0 ? [] : rowsOf(gramsOf([...beyondAscii].join('"')), wordSpace, Infinity),
  );
  const inWords = rowsOf(words, wordSpace, mostRows + signs.size);
  const rows = [
    ...inWords.filter((row) => !signs.has(row)).slice(0, mostRows),
    ...rowsOf(words, hexSpace, mostRows),
  ];
  if (rows.length < enoughRows) rows.push(...signs);
  if (rows.length < enoughRows) rows.push(...rowsOf(words, letterSpace, mostRows));
  return { rows };
}

/** A bit for each row: whether the row of one of its grams. */
function gramsOf(lowered: string): Int32Array {
  const words = new Int32Array(allRows >>> 5);
  // Half a surrogate pair has no UTF-8 of its own.
  for (const part of lowered.split(/\p{Surrogate}/u)) {
    const bytes = Buffer.from(part);
    setGrams(bytes, 0, bytes.length, words, 0);
  }
  return words;
}

/** In the order of a hash: neighbours in the text, which come together, are apart. */
function rowsOf(words: Int32Array, { from, to }: RowSpace, most: number): number[] {
  const rows: number[] = [];
  for (let index = from >>> 5; index < to >>> 5 && rows.length < most; index += 1) {
    for (let left = words[index] ?? 0; left !== 0 && rows.length < most; left &= left - 1) {
      rows.push(index * 32 + 31 - Math.clz32(left & -left));
    }
  }
  return rows;
}
