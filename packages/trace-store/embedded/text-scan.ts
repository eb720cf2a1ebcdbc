/** Whether bytes may hold a needle: a quick look before they are read as text. */
export type Scan = (utf8: Buffer) => boolean;

/**
 * Signs that nothing but themselves, or their capital letter, becomes in lower case; of those that
 * take more than one byte, none that has a capital letter.
 */
const plainSigns = /[ -~\u2e80-\u9fff\uac00-\ud7a3]+/g;
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
  if (piece === undefined) return () => true;
  const bytes = Buffer.from(piece);
  if (!/[a-z]/.test(piece)) return (utf8) => utf8.includes(bytes);
  const pattern = new RegExp(bytes.toString("latin1").replaceAll(/[^]/g, patternOf));
  return (utf8) => pattern.test(utf8.toString("latin1"));
}

/** A pattern for one byte, or for a letter whatever its case. */
function patternOf(byte: string): string {
  if (!/[a-z]/.test(byte)) return `\\x${byte.charCodeAt(0).toString(16).padStart(2, "0")}`;
  const letter = `[${byte}${byte.toUpperCase()}]`;
  const other = otherCapitals.get(byte);
  return other === undefined ? letter : `(?:${letter}|${other})`;
}
