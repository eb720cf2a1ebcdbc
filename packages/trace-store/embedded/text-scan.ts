/**
 * Looks bytes quickly over before they are read as text.
 * @returns tells a place, from another on, that lies in what may be the needle; −1 when there is none.
 */
export type Scan = (utf8: Buffer) => (from: number) => number;

/**
 * Signs that nothing but themselves, or their capital letter, becomes in lower case; of those that
 * take more than one byte, none that has a capital letter.
 */
const plainSigns = /[ -~\u2e80-\u9fff\uac00-\ud7a3]+/g;
/**
 * Whether upper and lower case make no difference to a needle: text that holds it in lower case holds
 * it as it stands.
 *
 * @param needle in lower case and escaped as in JSON
 */
export function isCaseless(needle: string): boolean {
  return needle.replaceAll(plainSigns, "") === "" && !/[a-z]/.test(needle);
}

/** What becomes these letters in lower case besides their capitals: the Kelvin sign and a dotted I. */
const otherCapitals = new Map([
  ["k", "\u00e2\u0084\u00aa"],
  ["i", "\u00c4\u00b0"],
]);
/** A longer piece is not told any sooner. */
const longestPiece = 64;

/**
 * Prepares a search in the UTF-8 of JSON that was not brought to lower case.
 *
 * @param needle in lower case and escaped as in JSON
 */
export function makeScan(needle: string): Scan {
  const pieces = needle.match(plainSigns) ?? [];
  const [piece] = pieces
    .map((one) => one.slice(0, longestPiece))
    .toSorted((a, b) => Buffer.byteLength(b) - Buffer.byteLength(a));
  if (piece === undefined) return (utf8) => (from) => (from < utf8.length ? from : -1);
  const bytes = Buffer.from(piece);
  if (!/[a-z]/.test(piece)) return (utf8) => (from) => utf8.indexOf(bytes, from);
  const pattern = new RegExp(bytes.toString("latin1").replaceAll(/[^]/g, patternOf), "g");
  return (utf8) => {
    const text = utf8.toString("latin1");
    return (from) => {
      pattern.lastIndex = from;
      return pattern.test(text) ? pattern.lastIndex - 1 : -1;
    };
  };
}

/** A pattern for one byte, or for a letter whatever its case. */
function patternOf(byte: string): string {
  if (!/[a-z]/.test(byte)) return `\\x${byte.charCodeAt(0).toString(16).padStart(2, "0")}`;
  const letter = `[${byte}${byte.toUpperCase()}]`;
  const other = otherCapitals.get(byte);
  return other === undefined ? letter : `(?:${letter}|${other})`;
}
