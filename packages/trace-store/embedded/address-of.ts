const key = Buffer.from('"source_ip":"');
const quote = 0x22;
const backslash = 0x5c;

/** What opens an object or a list is one level deeper, what closes it one less. */
const levels = new Int8Array(256);
for (const sign of "{[") levels[sign.charCodeAt(0)] = 1;
for (const sign of "}]") levels[sign.charCodeAt(0)] = -1;

/**
 * The `source_ip` of a trace, without reading all of its JSON.
 *
 * @param json the wire JSON of one trace, as `JSON.stringify` writes it: no white space between its
 *   tokens, and each name once.
 * @returns undefined when the trace itself has none, whatever lies deeper in it.
 */
export function addressOf(json: Buffer): string | undefined {
  let depth = 0;
  let seen = 0;
  for (let at = json.indexOf(key); at >= 0; at = json.indexOf(key, at + 1)) {
    // Every quote within a text has a backslash before it; one that begins a name has none, and
    // nothing but a name stands between quotes before a colon.
    if (json[at - 1] === backslash) continue;
    depth += levelsBetween(json, seen, at);
    seen = at;
    if (depth === 1) return textFrom(json, at + key.length - 1);
  }
  return undefined;
}

/** How much deeper `to` is than `from`; neither lies within a text. */
function levelsBetween(json: Buffer, from: number, to: number): number {
  let gained = 0;
  for (let at = from; at < to; at += 1) {
    const byte = json[at] ?? 0;
    if (byte === quote) at = endOfText(json, at);
    else gained += levels[byte] ?? 0;
  }
  return gained;
}

/** Where the text ends that a quote opens. */
function endOfText(json: Buffer, open: number): number {
  let at = open + 1;
  while (at < json.length && json[at] !== quote) at += json[at] === backslash ? 2 : 1;
  return at;
}

function textFrom(json: Buffer, open: number): string {
  const end = endOfText(json, open);
  const text = json.toString("utf8", open + 1, end);
  if (!text.includes("\\")) return text;
  const read: unknown = JSON.parse(json.toString("utf8", open, end + 1));
  return String(read);
}
