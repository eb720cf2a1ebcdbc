/**
 * JSON read without losing a number, and one canonical text for each JSON value. Used wherever two
 * traces are compared or a trace gets an id of its own: a parser that rounds 2^53 + 1 would call
 * two different traces equal.
 */

declare global {
  /** ECMAScript's "JSON.parse source text access", which TypeScript's libraries do not declare yet. */
  interface JSON {
    parse(
      text: string,
      reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
    ): unknown;
    rawJSON(text: string): RawNumber;
    isRawJSON(value: unknown): value is RawNumber;
  }
}

/** A number that a double cannot hold, in the digits in which it came (made by `JSON.rawJSON`). */
export interface RawNumber {
  readonly rawJSON: string;
}

/** The deepest nesting of objects and arrays that is read: real traces need fewer than ten. */
export const maxJsonDepth = 32;

/** JSON text whose objects and arrays nest deeper than allowed. */
export class JsonTooDeepError extends Error {
  constructor(depth: number) {
    super(`nested deeper than ${depth} levels`);
    this.name = "JsonTooDeepError";
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The place of the quote that closes the string opened at `open`, or the end of the text. */
function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === QUOTE) return at;
  }
  return text.length;
}

function refuseDeeperThan(text: string, maxDepth: number): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > maxDepth) throw new JsonTooDeepError(maxDepth);
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
      default:
    }
  }
}

/**
 * Sixteen digits or an exponent outside of quotes (inside of them it only costs time): without
 * either, a double gives back the number that it was given.
 */
const numberThatMayNotFit = /(?:^|[:,[\s])-?(?:[\d.]{16,}|[\d.]*[eE][+-]?\d)/;

/** The decimal value of a JSON number as sign, digits and exponent: equal numbers, equal text. */
function decimalOf(source: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  const shift = digits.length - significant.length - fraction.length;
  return `${sign}${significant}e${BigInt(exponent) + BigInt(shift)}`;
}

function keepExactly(
  _key: string,
  value: unknown,
  { source }: { readonly source?: string },
): unknown {
  if (typeof value !== "number" || source === undefined) return value;
  const isExact = Number.isFinite(value) && decimalOf(source) === decimalOf(String(value));
  return isExact ? value : JSON.rawJSON(source);
}

/**
 * Parses JSON so that no number is lost: one that a double does not give back (2^53 + 1, 1e400,
 * 18 digits) becomes a {@link RawNumber}, which `JSON.stringify` writes as it came. Keys such as
 * `__proto__` are plain data. Of a repeated key the last one counts.
 *
 * @throws JsonTooDeepError when objects and arrays nest deeper than `maxDepth`.
 * @throws SyntaxError when the text is not one JSON value.
 */
export function parseExactJson(text: string, maxDepth: number = maxJsonDepth): unknown {
  refuseDeeperThan(text, maxDepth);
  return numberThatMayNotFit.test(text) ? JSON.parse(text, keepExactly) : JSON.parse(text);
}

/**
 * The canonical text of a value from {@link parseExactJson}: no white space, keys sorted by UTF-16
 * units as in RFC 8785, numbers by their decimal value. Equal JSON values give equal text, other
 * values other text. Members that are `undefined` are left out.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (JSON.isRawJSON(value)) return decimalOf(value.rawJSON);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

/**
 * Whether two JSON texts hold the same value: white space, the order of keys and the spelling of
 * numbers and characters aside.
 *
 * @throws as {@link parseExactJson} when they differ and one of them cannot be read.
 */
export function isEqualJson(textA: string, textB: string): boolean {
  return (
    textA === textB || canonicalJson(parseExactJson(textA)) === canonicalJson(parseExactJson(textB))
  );
}
