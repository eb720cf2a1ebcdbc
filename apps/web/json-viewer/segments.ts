import { escapeUnseen } from "../ui/unseen-characters.ts";
import type { Match } from "./find-matches.ts";
import { type JsonLine, valueOf } from "./json-line.ts";
import type { Row } from "./rows.ts";

/** A piece of a row that looks the same from its start to its end. */
export interface Segment {
  /** The character of the line with which it begins. */
  readonly at: number;
  /** What is shown: unseen characters are written as escapes. */
  readonly text: string;
  /** Whether it is of a string, of a number, `true`, `false` or `null`, or of anything else. */
  readonly look: "string" | "literal" | "plain";
  /** Whether it was searched for, and is where one is. */
  readonly mark: "match" | "current" | null;
}

function lookOf({ kind, text, valueAt }: JsonLine): Segment["look"] {
  if (kind !== "value") return "plain";
  const first = text[valueAt] ?? "";
  if (first === '"') return "string";
  return first === "{" || first === "[" ? "plain" : "literal";
}

/**
 * Cuts a row where its look changes.
 *
 * @param matches those that reach into the row
 * @param current the one where one is
 */
export function segmentsOf(
  line: JsonLine,
  row: Row,
  matches: readonly Match[],
  current: Match | undefined,
): readonly Segment[] {
  const look = lookOf(line);
  const valueEnd = line.valueAt + valueOf(line).length;
  const cuts = cutsOf(row, [
    line.valueAt,
    valueEnd,
    ...matches.flatMap(({ start, end }) => [start, end]),
  ]);
  let next = 0;
  return cuts.map((at, index) => {
    while ((matches[next]?.end ?? Infinity) <= at) next += 1;
    const match = matches[next];
    const isMarked = match !== undefined && match.start <= at;
    const mark = match === current ? "current" : "match";
    return {
      at,
      text: escapeUnseen(line.text.slice(at, cuts[index + 1] ?? row.to)),
      look: at >= line.valueAt && at < valueEnd ? look : "plain",
      mark: isMarked ? mark : null,
    };
  });
}

/** The places where the segments of a row begin, in their order. */
function cutsOf({ from, to }: Row, places: readonly number[]): readonly number[] {
  const within = places.filter((place) => place > from && place < to);
  return [...new Set([from, ...within])].toSorted((a, b) => a - b);
}
