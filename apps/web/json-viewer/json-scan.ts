export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
const SPACE = 0x20;

// Where the parts of valid JSON text end. What is not valid leads nowhere.

/** Past the closing quote of the string that opens at a place. */
export function endOfString(json: string, open: number): number {
  let close = json.indexOf('"', open + 1);
  while (isEscaped(json, close)) close = json.indexOf('"', close + 1);
  return close + 1;
}

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(json: string, at: number): boolean {
  let first = at;
  while (json.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  return (at - first) % 2 === 1;
}

/** Past the number, `true`, `false` or `null` that begins at a place. */
export function endOfWord(json: string, start: number): number {
  let at = start;
  while (at < json.length && !endsWord(json.charCodeAt(at))) at += 1;
  return at;
}

function endsWord(sign: number): boolean {
  return sign <= SPACE || sign === COMMA || sign === CLOSE_BRACKET || sign === CLOSE_BRACE;
}

/** Past the white space that begins at a place, if there is any. */
export function endOfSpace(json: string, start: number): number {
  let at = start;
  while (json.charCodeAt(at) <= SPACE) at += 1;
  return at;
}
