import type { PathPart } from "../text-search/hit-path.ts";
import { isEqual, isList, membersOf, openJson } from "./json-values.ts";

/** A place at which two values differ. */
export interface Difference {
  readonly kind: "added" | "removed" | "changed";
  /** The way to it; of an item of a list: its place after, or before when it was removed. */
  readonly path: readonly PathPart[];
  /** Undefined when it was added. */
  readonly before: unknown;
  /** Undefined when it was removed. */
  readonly after: unknown;
}

/**
 * Where two JSON values differ, each place once, in the order of the first value and then of what
 * the second one adds. Texts that both hold JSON are told apart into what is within them. What was
 * added or removed as a whole is one difference. Of lists, the items that are the same at both ends
 * are left out, so that what was put in between moves nothing.
 */
export function compareJson(before: unknown, after: unknown): readonly Difference[] {
  const found: Difference[] = [];
  compare(before, after, [], found);
  return found;
}

function compare(
  before: unknown,
  after: unknown,
  path: readonly PathPart[],
  found: Difference[],
): void {
  if (before === after) return;
  if (typeof before === "string" && typeof after === "string") {
    const [inBefore, inAfter] = [openJson(before), openJson(after)];
    if (inBefore === undefined || inAfter === undefined) {
      found.push({ kind: "changed", path, before, after });
    } else compare(inBefore, inAfter, path, found);
    return;
  }
  if (isList(before) && isList(after)) {
    compareItems(before, after, path, found);
    return;
  }
  const [inBefore, inAfter] = [membersOf(before), membersOf(after)];
  if (inBefore !== undefined && inAfter !== undefined) {
    compareMembers(inBefore, inAfter, path, found);
  } else if (!isEqual(before, after)) {
    found.push({ kind: "changed", path, before, after });
  }
}

function compareMembers(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  path: readonly PathPart[],
  found: Difference[],
): void {
  for (const [key, value] of before) {
    const at = [...path, key];
    if (after.has(key)) compare(value, after.get(key), at, found);
    else found.push({ kind: "removed", path: at, before: value, after: undefined });
  }
  for (const [key, value] of after) {
    if (before.has(key)) continue;
    found.push({ kind: "added", path: [...path, key], before: undefined, after: value });
  }
}

function compareItems(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly PathPart[],
  found: Difference[],
): void {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && isEqual(before[start], after[start])) start += 1;
  let [endBefore, endAfter] = [before.length, after.length];
  while (
    Math.min(endBefore, endAfter) > start &&
    isEqual(before[endBefore - 1], after[endAfter - 1])
  ) {
    endBefore -= 1;
    endAfter -= 1;
  }
  for (let place = start; place < Math.max(endBefore, endAfter); place += 1) {
    const at = [...path, place];
    const [old, now] = [before[place], after[place]];
    if (place >= endAfter) found.push({ kind: "removed", path: at, before: old, after: undefined });
    else if (place < endBefore) compare(old, now, at, found);
    else found.push({ kind: "added", path: at, before: undefined, after: now });
  }
}
