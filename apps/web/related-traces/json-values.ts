import { canonicalJson, parseExactJson } from "@trace-console/contracts/canonical-json";

/**
 * The object or array that a text holds as JSON, no number of it rounded; undefined for any other
 * text, and for one that nests too deep or cannot be read exactly.
 */
export function openJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return parseExactJson(text);
  } catch {
    return undefined;
  }
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A number that a double cannot hold: an object, but one that stands for its digits. */
function isRawNumber(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;
}

/** The members of a JSON object by their keys; undefined for any other value. */
export function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || isList(value)) return undefined;
  if (isRawNumber(value)) return undefined;
  const members: readonly [string, unknown][] = Object.entries(value);
  return new Map(members);
}

/** Whether two JSON values are the same; the order of keys does not count. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isList(a) || isList(b)) {
    if (!isList(a) || !isList(b) || a.length !== b.length) return false;
    return a.every((item, place) => isEqual(item, b[place]));
  }
  const [inA, inB] = [membersOf(a), membersOf(b)];
  if (inA !== undefined && inB !== undefined) {
    if (inA.size !== inB.size) return false;
    return [...inA].every(([key, value]) => inB.has(key) && isEqual(value, inB.get(key)));
  }
  return isRawNumber(a) && isRawNumber(b) && canonicalJson(a) === canonicalJson(b);
}
