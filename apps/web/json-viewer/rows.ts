import { firstWhere } from "./first-where.ts";
import type { JsonLine } from "./json-line.ts";

/** What is drawn as one: a line, or a piece of a long one. */
export interface Row {
  readonly line: number;
  /** The characters of the line's text, from the first to before the last. */
  readonly from: number;
  readonly to: number;
}

/** A place in the text. */
export interface Position {
  readonly line: number;
  /** The character in the line. */
  readonly at: number;
}

/** A longer line is drawn in pieces: a line of megabytes would be laid out as a whole. */
const longestPiece = 2000;

/** The rows of the lines, without those that are folded away. */
export function rowsOf(lines: readonly JsonLine[], folded: ReadonlySet<number>): readonly Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    addPieces(rows, index, line.text);
    if (folded.has(index)) index = line.end;
  }
  return rows;
}

function addPieces(rows: Row[], line: number, text: string): void {
  let from = 0;
  do {
    const to = endOfPiece(text, from);
    rows.push({ line, from, to });
    from = to;
  } while (from < text.length);
}

function endOfPiece(text: string, from: number): number {
  const to = from + longestPiece;
  if (to >= text.length) return text.length;
  // Never through a character of two units.
  return (text.codePointAt(to - 1) ?? 0) > 0xffff ? to - 1 : to;
}

/** The row in which a place is drawn; for one that is folded away, the row into which it was. */
export function rowAt(rows: readonly Row[], { line, at }: Position): number {
  const after = firstWhere(rows, (row) => row.line > line || (row.line === line && row.from > at));
  return Math.max(after - 1, 0);
}

/** More than a line can have. */
const mostCharacters = 1e9;

/** A number that no other row has, whatever is folded. */
export function keyOfRow({ line, from }: Row): number {
  return line * mostCharacters + from;
}

const mostRowsAtOnce = 200;
const mostCharactersAtOnce = 50_000;

/** Whether there are so few that all can be drawn, so that the browser's own search finds them. */
export function areFew(rows: readonly Row[]): boolean {
  if (rows.length > mostRowsAtOnce) return false;
  return rows.reduce((sum, { from, to }) => sum + to - from, 0) <= mostCharactersAtOnce;
}

/** Characters on a line of the dialog at its full width. */
const columns = 114;
/** Heights in px, as json-tree.module.css has them. */
const textHeight = 20;
const foldableHeight = 24;

/** The height of a row before it is measured, px. */
export function estimateHeight({ from, to }: Row, isFoldable: boolean): number {
  const textLines = Math.max(Math.ceil((to - from) / columns), 1);
  return textLines * (isFoldable ? foldableHeight : textHeight);
}
