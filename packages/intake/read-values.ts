/**
 * How single values become what the strictest client accepts. All take JSON values as
 * `parseExactJson` gives them; undefined means that the field is absent.
 */

/** Whether a parsed JSON value is an object: no array, no null, no number in its own digits. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value)
  );
}

/**
 * `source` with each member read anew; members that read as undefined are left out. The order is
 * kept, names such as `__proto__` are plain data, and nothing is copied when nothing changes.
 */
export function mapMembers(
  source: Record<string, unknown>,
  read: (name: string, value: unknown) => unknown,
): Record<string, unknown> {
  let isChanged = false;
  const members: [string, unknown][] = [];
  for (const [name, value] of Object.entries(source)) {
    const next = read(name, value);
    if (next !== value) isChanged = true;
    if (next !== undefined) members.push([name, next]);
  }
  return isChanged ? Object.fromEntries(members) : source;
}

/**
 * A field's name as clients that do not regard case see it: Go's encoding/json takes `Code` for
 * `code`, and the sign U+017F for an s. Such a field must have the type of the one it is taken for,
 * or the whole reply fails there.
 */
export function foldName(name: string): string {
  return name.toUpperCase().toLowerCase();
}

/** Text: strings as they are, numbers and booleans as written, objects and arrays as JSON text. */
export function readText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return undefined;
  return JSON.stringify(value);
}

/** An id as text; an empty object, which templates put in its place, is absent. */
export function readId(value: unknown): string | undefined {
  return isJsonObject(value) && Object.keys(value).length === 0 ? undefined : readText(value);
}

/** A boolean, also from the words "true" and "false". */
export function readBoolean(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (value === "true") return true;
  return value === "false" ? false : undefined;
}

/** A number that a double holds, also from its digits as text. */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || !/^-?\d{1,15}(?:\.\d{1,9})?$/.test(value)) return undefined;
  return Number(value);
}
