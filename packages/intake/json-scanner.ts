/**
 * Finds where JSON values begin and end in bytes, and checks their grammar (RFC 8259) on the way,
 * without building them: a file of 500 MB is judged in the memory that it takes, and a value nested
 * a million levels deep overflows no stack.
 */

/** The bytes are not the JSON that was expected; `offset` is the first byte that does not fit. */
export class JsonGrammarError extends Error {
  readonly offset: number;

  constructor(bytes: Uint8Array, offset: number) {
    super(
      offset >= bytes.length ? "the file ends inside of a value" : "not valid JSON from here on",
    );
    this.name = "JsonGrammarError";
    this.offset = offset;
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The first place from `at` on that is no white space. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let here = at;
  for (; here < bytes.length; here++) {
    const byte = bytes[here];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break;
  }
  return here;
}

const escapable = new Set(Buffer.from('"\\/bfnrt'));
const literals = ["true", "false", "null"].map((word) => Buffer.from(word));
const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isHexDigit = (byte: number | undefined): boolean =>
  isDigit(byte) || (byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

/** The end of the escape whose backslash is at `backslash`. */
function endOfEscape(bytes: Uint8Array, backslash: number): number {
  const at = backslash + 1;
  const byte = bytes[at];
  if (byte !== undefined && escapable.has(byte)) return at + 1;
  if (byte !== 0x75) throw new JsonGrammarError(bytes, at);
  for (let digit = at + 1; digit <= at + 4; digit++) {
    if (!isHexDigit(bytes[digit])) throw new JsonGrammarError(bytes, digit);
  }
  return at + 5;
}

function endOfString(bytes: Uint8Array, open: number): number {
  let at = open + 1;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) at = endOfEscape(bytes, at);
    else if (byte !== undefined && byte >= 0x20) at++;
    else break;
  }
  throw new JsonGrammarError(bytes, at);
}

function endOfDigits(bytes: Uint8Array, start: number): number {
  if (!isDigit(bytes[start])) throw new JsonGrammarError(bytes, start);
  let at = start + 1;
  while (isDigit(bytes[at])) at++;
  return at;
}

function endOfNumber(bytes: Uint8Array, start: number): number {
  let at = bytes[start] === 0x2d ? start + 1 : start;
  at = bytes[at] === 0x30 ? at + 1 : endOfDigits(bytes, at);
  if (bytes[at] === 0x2e) at = endOfDigits(bytes, at + 1);
  if (bytes[at] === 0x65 || bytes[at] === 0x45) {
    const sign = bytes[at + 1];
    at = endOfDigits(bytes, sign === 0x2b || sign === 0x2d ? at + 2 : at + 1);
  }
  return at;
}

function endOfLiteral(bytes: Uint8Array, start: number): number {
  const literal = literals.find((word) => word[0] === bytes[start]);
  if (literal === undefined) throw new JsonGrammarError(bytes, start);
  const wrong = literal.findIndex((byte, index) => bytes[start + index] !== byte);
  if (wrong >= 0) throw new JsonGrammarError(bytes, start + wrong);
  return start + literal.length;
}

/** From the quote of a member's name to the place of its value. */
function startOfMemberValue(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== QUOTE) throw new JsonGrammarError(bytes, at);
  const colon = skipSpace(bytes, endOfString(bytes, at));
  if (bytes[colon] !== COLON) throw new JsonGrammarError(bytes, colon);
  return skipSpace(bytes, colon + 1);
}

/**
 * The end of the value that begins at `start`: the offset after its last byte.
 *
 * @throws JsonGrammarError when no whole value stands there.
 */
export function endOfValue(bytes: Uint8Array, start: number): number {
  const closers: number[] = [];
  let at = start;
  for (;;) {
    const first = bytes[at];
    if (first === OPEN_ARRAY || first === OPEN_OBJECT) {
      const closer = first === OPEN_ARRAY ? CLOSE_ARRAY : CLOSE_OBJECT;
      at = skipSpace(bytes, at + 1);
      if (bytes[at] !== closer) {
        closers.push(closer);
        if (closer === CLOSE_OBJECT) at = startOfMemberValue(bytes, at);
        continue;
      }
      at++;
    } else if (first === QUOTE) at = endOfString(bytes, at);
    else if (first === 0x2d || isDigit(first)) at = endOfNumber(bytes, at);
    else at = endOfLiteral(bytes, at);

    // A value has ended: close what it closes, then go on to the next one.
    for (;;) {
      const closer = closers.at(-1);
      if (closer === undefined) return at;
      at = skipSpace(bytes, at);
      if (bytes[at] === closer) {
        closers.pop();
        at++;
        continue;
      }
      if (bytes[at] !== COMMA) throw new JsonGrammarError(bytes, at);
      at = skipSpace(bytes, at + 1);
      if (closer === CLOSE_OBJECT) at = startOfMemberValue(bytes, at);
      break;
    }
  }
}

function eachItem(
  bytes: Uint8Array,
  open: number,
  closer: number,
  takeItem: (at: number) => number,
): number {
  let at = skipSpace(bytes, open + 1);
  if (bytes[at] === closer) return at + 1;
  for (;;) {
    at = skipSpace(bytes, takeItem(at));
    if (bytes[at] === closer) return at + 1;
    if (bytes[at] !== COMMA) throw new JsonGrammarError(bytes, at);
    at = skipSpace(bytes, at + 1);
  }
}

/**
 * Goes over the elements of the array that opens at `open`.
 *
 * @param takeElement gets the start of an element and returns its end.
 * @returns the end of the array.
 * @throws JsonGrammarError when it is not a whole array.
 */
export function eachElement(
  bytes: Uint8Array,
  open: number,
  takeElement: (start: number) => number,
): number {
  return eachItem(bytes, open, CLOSE_ARRAY, takeElement);
}

/**
 * Goes over the members of the object that opens at `open`.
 *
 * @param takeMember gets the bounds of the name (without quotes, as written) and of the value.
 * @returns the end of the object.
 * @throws JsonGrammarError when it is not a whole object.
 */
export function eachMember(
  bytes: Uint8Array,
  open: number,
  takeMember: (nameStart: number, nameEnd: number, start: number, end: number) => void,
): number {
  return eachItem(bytes, open, CLOSE_OBJECT, (at) => {
    const start = startOfMemberValue(bytes, at);
    const end = endOfValue(bytes, start);
    takeMember(at + 1, bytes.indexOf(QUOTE, at + 1), start, end);
    return end;
  });
}
