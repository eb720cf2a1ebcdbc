const BACKSLASH = 0x5c;
const COLON = 0x3a;

/** A text as it stands in lower-cased JSON. */
export function escapeNeedle(text: string): string {
  return JSON.stringify(text.toLowerCase()).slice(1, -1);
}

/**
 * Whether one of the texts in a trace (no key, no number) holds a needle.
 *
 * @param json the wire JSON in lower case, without white space between its tokens.
 * @param needle from {@link escapeNeedle}.
 */
export function holdsText(json: string, needle: string): boolean {
  let hit = json.indexOf(needle);
  for (let open = json.indexOf('"'); hit >= 0 && open >= 0;) {
    const close = endOfString(json, open);
    const isKey = json.charCodeAt(close + 1) === COLON;
    while (hit >= 0 && hit <= open) hit = json.indexOf(needle, hit + 1);
    while (hit >= 0 && hit + needle.length <= close) {
      if (!isKey && !isInsideEscape(json, open, hit)) return true;
      hit = json.indexOf(needle, hit + 1);
    }
    open = json.indexOf('"', close + 1);
  }
  return false;
}

function endOfString(json: string, open: number): number {
  for (let at = json.indexOf('"', open + 1); at >= 0; at = json.indexOf('"', at + 1)) {
    let slashes = 0;
    while (json.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return json.length;
}

/** Whether a place lies within `\\n`, `\\u001f` or the like: those are one character of the text. */
function isInsideEscape(json: string, open: number, at: number): boolean {
  for (let back = 1; back <= 5 && at - back > open; back += 1) {
    if (json.charCodeAt(at - back) !== BACKSLASH) continue;
    let slashes = 1;
    while (json.charCodeAt(at - back - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return false;
    return back === 1 || json[at - back + 1] === "u";
  }
  return false;
}
