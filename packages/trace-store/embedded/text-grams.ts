/**
 * The grams of a text are short pieces of its UTF-8 bytes; a segment remembers where each occurs:
 * - `four`: 4 bytes, among them a letter beyond `f`, a dot or a byte beyond ASCII, but not a piece of
 *   two signs of three bytes, which tells less than the signs;
 * - `five`: 5 letters a to z, since the 4-letter pieces of many an absent word stand in other words;
 * - `three`: 3 letters a to z, for needles that have hardly any longer gram;
 * - `pair`: two signs of three bytes, as every common Chinese one, that are neighbours, or 4 or 7
 *   apart: a phrase is told from its words in different traces;
 * - `sign`: one sign of three bytes, for needles of a single sign or two;
 * - `hex`: 4 hex digits, whatever dashes and colons stand between them;
 * - `edge`: 3 hex digits and a dash, for needles that end at a dash and have few digits.
 *
 * No gram holds a mark of JSON (quote, backslash, bracket, comma), so the grams of a text are those
 * of the pieces between its marks. A gram depends on its own bytes alone: a text that contains a
 * needle has every gram of the needle.
 */
/** Rows of bits that belong together, from the first to before the last. */
export interface RowSpace {
  readonly from: number;
  readonly to: number;
}

const wordRows = 1 << 16;
/** A row for each four hex digits. */
export const fourDigitRows = 1 << 16;
/** A row for each three hex digits before a dash. */
const edgeRows = 1 << 12;
const hexRows = fourDigitRows + edgeRows;
/** A row for each three letters, filled up to a multiple of 512. */
const letterRows = 35 * 512;

/** The rows of `five`, `four`, `pair` and `sign`, chosen by hash: mostly empty, so collisions are rare. */
export const wordSpace: RowSpace = { from: 0, to: wordRows };
/** The rows of `hex` and then of `edge`, one for each gram. */
export const hexSpace: RowSpace = { from: wordRows, to: wordRows + hexRows };
/** The rows of `three`, one for each gram. */
export const letterSpace: RowSpace = { from: hexSpace.to, to: hexSpace.to + letterRows };
export const allRows = letterSpace.to;

const dash = 0x2d;

/** From the first byte of a pair to its last one. */
const pairBytes = [5, 14, 23];

const isTelling = 0x200;
const isBeyondAscii = 0x400;
const isMark = 0x800;
const isJoiner = 0x1000;
const isDigit = 0x2000;
const letterShift = 14;

/** What each byte is; the low bits are the place of a letter and, above these, the value of a hex digit. */
const classOfByte = Int32Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte);
  if (byte >= 0x80) return isBeyondAscii | isTelling;
  if (/[0-9]/.test(sign)) return isDigit | (Number(sign) << 5);
  if (/[a-z]/.test(sign)) {
    const letter = (1 << letterShift) | (byte - 0x61);
    return sign <= "f" ? letter | isDigit | (Number.parseInt(sign, 16) << 5) : letter | isTelling;
  }
  if (sign === ".") return isTelling;
  if (/["\\{}[\],]/.test(sign)) return isMark;
  return /[-:]/.test(sign) ? isJoiner : 0;
});

/** 1 for the bytes that are marks of JSON, 0 for the others. */
export const markOfByte = Uint8Array.from(classOfByte, (kind) => (kind === isMark ? 1 : 0));

/**
 * Sets the bits of the grams in `bytes` from `start` to `end`.
 *
 * @param words bits of {@link allRows} rows, from the word `first` on
 * @param firstOfWords where the bits of {@link wordSpace} begin, if elsewhere
 */
export function setGrams(
  bytes: Uint8Array,
  start: number,
  end: number,
  words: Int32Array,
  first: number,
  firstOfWords = first,
): void {
  let window = 0;
  let digits = 0;
  let letters = 0;
  let digitRun = 0;
  let byteRun = 0;
  let sinceTelling = 4;
  let letterHistory = 0;
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index] ?? 0;
    const kind = classOfByte[byte] ?? 0;
    const oldest = window >>> 24;
    window = (window << 8) | byte;
    byteRun = kind === isMark ? 0 : byteRun + 1;
    sinceTelling = (kind & isTelling) === 0 ? sinceTelling + 1 : 0;
    // Without a branch at the letters among hex digits, which no processor can foresee.
    letters = (letters << 5) | (kind & 31);
    letterHistory = (letterHistory << 1) | (kind >>> letterShift);
    if (sinceTelling < 4 && byteRun > 3 && !isOfTwoSigns(window)) {
      setRow(words, firstOfWords, hash(Math.imul(window, 0x85ebca6b)));
    }
    if ((kind & isDigit) !== 0) {
      digits = (digits << 4) | ((kind >>> 5) & 15);
      digitRun += 1;
      if (digitRun > 3) setRow(words, first, hexSpace.from + scatter(digits & 0xffff));
    } else if ((kind & isJoiner) === 0) digitRun = 0;
    else if (byte === dash && digitRun > 2) {
      setRow(words, first, hexSpace.from + fourDigitRows + (digits & 0xfff));
    }
    if ((letterHistory & 7) === 7) {
      const place = (((letters >>> 10) & 31) * 26 + ((letters >>> 5) & 31)) * 26 + (letters & 31);
      setRow(words, first, letterSpace.from + place);
      if ((letterHistory & 31) === 31) {
        const product = Math.imul(window, 0xc2b2ae35) + Math.imul(oldest, 0x27d4eb2f);
        setRow(words, firstOfWords, hash(product | 0));
      }
    } else if ((kind & isBeyondAscii) !== 0 && isLead(window >>> 16)) {
      // Two rows of a sign, since it is looked for alone.
      setRow(words, firstOfWords, hash(Math.imul(window << 8, 0x165667b1)));
      setRow(words, firstOfWords, hash(Math.imul(window << 8, 0x9e3779b1)));
      for (let apart = 0; apart < pairBytes.length; apart += 1) {
        const back = pairBytes[apart] ?? 0;
        if (back >= byteRun) break;
        if (isLead(bytes[index - back] ?? 0))
          setPair(bytes, index - back, index - 2, apart, words, firstOfWords);
      }
    }
  }
}

/** Whether a sign of three bytes begins with a byte. */
function isLead(byte: number): boolean {
  return (byte & 0xf0) === 0xe0;
}

/** Whether four bytes are all beyond ASCII, and one of them begins a sign of three bytes. */
function isOfTwoSigns(window: number): boolean {
  if ((window & 0x80808080) !== (0x80808080 | 0)) return false;
  // A half byte that is zero where a lead stands; subtracting borrows from the bit above it.
  const leads = (window & 0xf0f0f0f0) ^ 0xe0e0e0e0;
  return ((leads - 0x01010101) & ~leads & 0x80808080) !== 0;
}

/** Sets the row of two signs of three bytes that begin at some places. */
function setPair(
  bytes: Uint8Array,
  before: number,
  after: number,
  kind: number,
  words: Int32Array,
  first: number,
): void {
  const signAt = (at: number) =>
    ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  const product = Math.imul(signAt(before), 0x85ebca6b) + Math.imul(signAt(after), 0xc2b2ae35);
  setRow(words, first, hash(Math.imul((product + kind) | 0, 0x9e3779b1)));
}

function setRow(words: Int32Array, first: number, row: number): void {
  const index = first + (row >>> 5);
  words[index] = (words[index] ?? 0) | (1 << row);
}

/** A row of the word space, from a product of which the high bits are the best. */
function hash(product: number): number {
  return (product ^ (product >>> 13)) >>> 16;
}

/** Puts the 65,536 hex grams in another order, so that not the alike ones share a row when rows are folded. */
function scatter(digits: number): number {
  const mixed = Math.imul(digits ^ (digits >>> 7), 0x9e3779b1) & 0xffff;
  return mixed ^ (mixed >>> 9);
}
