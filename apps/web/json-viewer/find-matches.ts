import { firstWhere } from "./first-where.ts";
import type { JsonLine } from "./json-line.ts";
import type { Row } from "./rows.ts";

/** A piece of a line's text that was searched for. */
export interface Match {
  readonly line: number;
  /** Its characters, from the first to before the last. */
  readonly start: number;
  readonly end: number;
}

/** No more are looked for: as many are as good as none. */
export const mostMatches = 100_000;

/** Where the lines hold a text, whatever the case, from the top to the bottom. */
export function findMatches(lines: readonly JsonLine[], typed: string): readonly Match[] {
  const needles = needlesOf(typed);
  const matches: Match[] = [];
  if (needles.length === 0) return matches;
  for (const [index, { kind, text }] of lines.entries()) {
    if (kind !== "close") addMatches(matches, index, inLowerCase(text), needles);
    if (matches.length >= mostMatches) break;
  }
  return matches;
}

function addMatches(
  matches: Match[],
  line: number,
  text: string,
  needles: readonly string[],
): void {
  const next = needles.map((needle) => ({ needle, at: text.indexOf(needle) }));
  while (matches.length < mostMatches) {
    let [start, end] = [Infinity, 0];
    for (const { needle, at } of next) {
      if (at >= 0 && at < start) [start, end] = [at, at + needle.length];
    }
    if (end === 0) return;
    matches.push({ line, start, end });
    for (const one of next) {
      if (one.at >= 0 && one.at < end) one.at = text.indexOf(one.needle, end);
    }
  }
}

/**
 * What is looked for: the text as it was typed, as it is written within a JSON string, and with the
 * characters for which the viewer shows an escape.
 */
function needlesOf(typed: string): readonly string[] {
  if (typed.trim() === "") return [];
  const written = JSON.stringify(typed).slice(1, -1);
  const meant = typed.replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return [...new Set([typed, written, meant].map((text) => inLowerCase(text)))];
}

/**
 * A text as it is compared. It keeps its length, so that a place in it is one in the text: in lower
 * case only İ would not. The small sigma at the end of words is as good as the other one.
 */
function inLowerCase(text: string): string {
  return text.replaceAll("\u0130", "I").toLowerCase().replaceAll("\u03C2", "\u03C3");
}

/** The matches that reach into a row. */
export function matchesIn(matches: readonly Match[], row: Row): readonly Match[] {
  const first = firstWhere(
    matches,
    ({ line, end }) => line > row.line || (line === row.line && end > row.from),
  );
  let last = first;
  for (let match = matches[last]; match !== undefined; match = matches[last]) {
    if (match.line !== row.line || match.start >= row.to) break;
    last += 1;
  }
  return matches.slice(first, last);
}
