/** A string that begins like an object or array: what begins otherwise is not even parsed. */
const beginsLikeJson = /^"(?:\s|\\[nrt])*[[{]/;

/** What a string, given as JSON text, holds, if that is a JSON object or array; else undefined. */
export function jsonWithin(quoted: string): string | undefined {
  if (!beginsLikeJson.test(quoted)) return undefined;
  try {
    const held: unknown = JSON.parse(quoted);
    if (typeof held !== "string") return undefined;
    JSON.parse(held);
    return held;
  } catch {
    return undefined;
  }
}

/**
 * A string of JSON text with the characters themselves where it has escapes that nobody needs:
 * what Python writes as `\u4e2d` or PHP as `\/`. It means the same.
 */
export function withoutNeedlessEscapes(quoted: string): string {
  if (!quoted.includes(String.raw`\u`) && !quoted.includes(String.raw`\/`)) return quoted;
  return JSON.stringify(JSON.parse(quoted));
}
