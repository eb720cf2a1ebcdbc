import { orderForDialog } from "@trace-console/contracts/trace-display-order";
import type { Trace } from "@trace-console/contracts/trace";
import { foldCase, withStableLength } from "./fold-case.ts";
import { formatPath } from "./hit-path.ts";
import type { PathPart } from "./hit-path.ts";
import { openJson } from "./json-strings.ts";

/** A text of a trace that holds what was searched for. */
export interface TextHit {
  /** The way to it: `request.spec.nodes[0].id`. */
  readonly path: string;
  /** What stands before the hit, on one line; "…" where it was cut. */
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

/** How much is shown on either side of a hit. */
const shownAround = 20;

/**
 * Where a trace holds a text, whatever the case, in the order of the dialog "View Trace": the first
 * place in each of its texts, `most` at the most. The texts are those in which the server searches;
 * one that is JSON itself, such as a request, is told apart into the texts within it. What stands
 * in none of these (a key, a number, several values at once) is a hit in the JSON as it is written.
 */
export function findHits(trace: Trace, text: string, most = 3): readonly TextHit[] {
  const needle = foldCase(text);
  const hits: TextHit[] = [];
  if (needle === "") return hits;
  for (const field of orderForDialog(trace)) {
    for (const hit of hitsIn(trace[field], [field], needle)) {
      if (hits.length >= most) return hits;
      hits.push(hit);
    }
  }
  return hits;
}

function* hitsIn(value: unknown, path: readonly PathPart[], needle: string): Iterable<TextHit> {
  if (typeof value === "string") {
    yield* hitsInText(withStableLength(value), path, needle);
  } else if (typeof value === "object" && value !== null) {
    const members: readonly [string, unknown][] = Object.entries(value);
    const isArray = Array.isArray(value);
    for (const [key, member] of members) {
      yield* hitsIn(member, [...path, isArray ? Number(key) : key], needle);
    }
  }
}

function* hitsInText(text: string, path: readonly PathPart[], needle: string): Iterable<TextHit> {
  const folded = foldCase(text);
  let at = folded.indexOf(needle);
  if (at < 0) return;
  const strings = openJson(text);
  if (strings === undefined) {
    yield showHit(text, path, at, at + needle.length);
    return;
  }
  let written = -1;
  while (at >= 0) {
    const around = strings.around(at, at + needle.length);
    let isWithin = false;
    if (around !== undefined) {
      const inner = withStableLength(around.text);
      for (const hit of hitsInText(inner, [...path, ...around.path], needle)) {
        isWithin = true;
        yield hit;
      }
    }
    if (!isWithin && written < 0) written = at;
    at = folded.indexOf(needle, around?.end ?? at + needle.length);
  }
  if (written >= 0) yield showHit(text, path, written, written + needle.length);
}

function showHit(text: string, path: readonly PathPart[], start: number, found: number): TextHit {
  // The dot of an İ stays on its letter.
  const end = text[found] === "\u0307" ? found + 1 : found;
  const [from, to] = [Math.max(start - shownAround, 0), Math.min(end + shownAround, text.length)];
  // No half of a character is left where the text was cut.
  const before = text.slice(from, start).replace(/^[\uDC00-\uDFFF]/, "");
  const after = text.slice(end, to).replace(/[\uD800-\uDBFF]$/, "");
  return {
    path: formatPath(path),
    before: `${from > 0 ? "…" : ""}${onOneLine(before)}`,
    hit: onOneLine(text.slice(start, end)),
    after: `${onOneLine(after)}${to < text.length ? "…" : ""}`,
  };
}

function onOneLine(text: string): string {
  return text.replaceAll(/\r\n|[\n\r]/g, "↵").replaceAll("\t", " ");
}
