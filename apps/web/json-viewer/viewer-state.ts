import { type Match, findMatches } from "./find-matches.ts";
import type { JsonLine } from "./json-line.ts";
import type { Position } from "./rows.ts";

/** What is to be brought into sight: the line of the cursor, or the match where one is. */
export interface Reveal {
  readonly what: "line" | "match";
}

/** Where a reader of the lines is. */
export interface ViewerState {
  /** The lines that open what is folded. */
  readonly folded: ReadonlySet<number>;
  readonly cursor: Position;
  /** The text that is searched for. */
  readonly typed: string;
  readonly matches: readonly Match[];
  /** Which of the matches one is at; -1 for none. */
  readonly current: number;
  /** A new object each time that something is to be brought into sight. */
  readonly reveal: Reveal | null;
}

/** Makes one state of another. */
export type ChangeViewer = (update: (state: ViewerState) => ViewerState) => void;

const atTop: ViewerState = {
  folded: new Set(),
  cursor: { line: 0, at: 0 },
  typed: "",
  matches: [],
  current: -1,
  reveal: null,
};

/** Lines that are seen for the first time, perhaps with a text to search for. */
export function openViewer(lines: readonly JsonLine[], typed: string): ViewerState {
  return searched(atTop, lines, typed);
}

/** Looks for a text, and goes to its first match behind the cursor. */
export function searched(
  state: ViewerState,
  lines: readonly JsonLine[],
  typed: string,
): ViewerState {
  const matches = findMatches(lines, typed);
  const { line, at } = state.cursor;
  const next = matches.findIndex(
    (match) => match.line > line || (match.line === line && match.start >= at),
  );
  return wentTo({ ...state, typed, matches }, lines, Math.max(next, 0));
}

/** Goes to the next match, or the one before; behind the last one comes the first. */
export function stepped(state: ViewerState, lines: readonly JsonLine[], by: 1 | -1): ViewerState {
  const { length } = state.matches;
  return wentTo(state, lines, length === 0 ? -1 : (state.current + by + length) % length);
}

function wentTo(state: ViewerState, lines: readonly JsonLine[], current: number): ViewerState {
  const match = state.matches[current];
  if (match === undefined) return { ...state, current: -1 };
  return {
    ...state,
    current,
    cursor: { line: match.line, at: match.start },
    folded: withoutAncestors(state.folded, lines, match.line),
    reveal: { what: "match" },
  };
}

/** Nothing in which a line stands is folded any more. */
function withoutAncestors(
  folded: ReadonlySet<number>,
  lines: readonly JsonLine[],
  line: number,
): ReadonlySet<number> {
  const left = new Set(folded);
  for (let at = lines[line]?.parent ?? -1; at >= 0; at = lines[at]?.parent ?? -1) left.delete(at);
  return left.size === folded.size ? folded : left;
}

/** Puts the cursor somewhere. */
export function movedTo(state: ViewerState, cursor: Position): ViewerState {
  return { ...state, cursor };
}

/** Folds or unfolds what a line opens, and puts the cursor there. */
export function toggled(state: ViewerState, line: number): ViewerState {
  const folded = new Set(state.folded);
  if (!folded.delete(line)) folded.add(line);
  return { ...state, folded, cursor: { line, at: 0 } };
}

/** Folds all objects and arrays within the outermost one. */
export function foldedAll(state: ViewerState, lines: readonly JsonLine[]): ViewerState {
  const inner = lines.flatMap(({ kind, depth }, line) =>
    kind === "open" && depth > 0 ? [line] : [],
  );
  return { ...state, folded: new Set(inner) };
}

/** Folds nothing. */
export function unfoldedAll(state: ViewerState): ViewerState {
  return { ...state, folded: new Set() };
}
