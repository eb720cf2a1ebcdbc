import type { JsonLine } from "./json-line.ts";
import { type Row, rowAt } from "./rows.ts";
import { type ViewerState, movedTo, toggled } from "./viewer-state.ts";

/** What is drawn, and where in it one is. */
export interface Drawn {
  readonly state: ViewerState;
  readonly lines: readonly JsonLine[];
  readonly rows: readonly Row[];
  /** How many rows are in sight. */
  readonly page: number;
}

/** What a key of the tree leads to; null for any other key. */
export function pressed(drawn: Drawn, key: string): ViewerState | null {
  const at = rowAt(drawn.rows, drawn.state.cursor);
  const last = drawn.rows.length - 1;
  switch (key) {
    case "ArrowDown":
      return toRow(drawn, stopFrom(drawn, at + 1, 1));
    case "ArrowUp":
      return toRow(drawn, stopFrom(drawn, at - 1, -1));
    case "Home":
      return toRow(drawn, stopFrom(drawn, 0, 1));
    case "End":
      return toRow(drawn, stopFrom(drawn, last, -1));
    case "PageDown":
      return toRow(drawn, pageDown(drawn, at, last));
    case "PageUp":
      return toRow(drawn, stopFrom(drawn, Math.max(at - drawn.page, 0), 1));
    case "ArrowRight":
      return inward(drawn, at);
    case "ArrowLeft":
      return outward(drawn, at);
    case "Enter":
    case " ":
      return turned(drawn, at);
    default:
      return null;
  }
}

/** The next row in a direction, from a place on, where the cursor can be: not at a mere bracket. */
function stopFrom({ lines, rows }: Drawn, from: number, step: 1 | -1): number | undefined {
  let at = from;
  for (let row = rows[at]; row !== undefined; row = rows[at]) {
    if (lines[row.line]?.kind !== "close") return at;
    at += step;
  }
  return undefined;
}

function pageDown(drawn: Drawn, at: number, last: number): number | undefined {
  const reached = stopFrom(drawn, Math.min(at + drawn.page, last), -1) ?? at;
  // A whole page of brackets must not hold one up.
  return reached > at ? reached : stopFrom(drawn, at + 1, 1);
}

function toRow({ state, rows }: Drawn, index: number | undefined): ViewerState {
  const row = index === undefined ? undefined : rows[index];
  return row === undefined ? state : toPlace(state, row.line, row.from);
}

function toPlace(state: ViewerState, line: number, at: number): ViewerState {
  return { ...movedTo(state, { line, at }), reveal: { what: "line" } };
}

function turn(state: ViewerState, line: number): ViewerState {
  return { ...toggled(state, line), reveal: { what: "line" } };
}

/** The line of a row, when it opens something. */
function openingAt({ lines, rows }: Drawn, at: number): number | undefined {
  const line = rows[at]?.line;
  return line !== undefined && lines[line]?.kind === "open" ? line : undefined;
}

function inward(drawn: Drawn, at: number): ViewerState {
  const { state } = drawn;
  const line = openingAt(drawn, at);
  if (line === undefined) return state;
  return state.folded.has(line) ? turn(state, line) : toPlace(state, line + 1, 0);
}

function outward(drawn: Drawn, at: number): ViewerState {
  const { state, lines, rows } = drawn;
  const line = openingAt(drawn, at);
  if (line !== undefined && !state.folded.has(line)) return turn(state, line);
  const parent = lines[rows[at]?.line ?? 0]?.parent ?? -1;
  return parent < 0 ? state : toPlace(state, parent, 0);
}

function turned(drawn: Drawn, at: number): ViewerState {
  const line = openingAt(drawn, at);
  return line === undefined ? drawn.state : turn(drawn.state, line);
}
