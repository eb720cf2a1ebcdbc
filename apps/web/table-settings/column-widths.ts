import { type FieldColumn, defaultColumns } from "../trace-list/trace-columns.ts";

/** The widths in px that somebody gave to columns, by their ids. */
export type Widths = Readonly<Record<string, number>>;

/** The least width of a column: some letters and the edge by which it is pulled. */
export const leastWidth = 60;
/** The most that a column can be pulled to: a screen of it. */
export const mostWidth = 1600;

// Of the two columns that always stay, in px.
const arrowWidth = 42;
const operationWidth = 84;

/** A width in whole px that a column may have. */
export function clampWidth(width: number): number {
  return Math.min(Math.max(Math.round(width), leastWidth), mostWidth);
}

/** The width of a column in px where it has no share: that which it was given, else its own. */
export function widthOf({ id, width }: FieldColumn, widths: Widths): number {
  return clampWidth(widths[id] ?? width);
}

function sharesOf(columns: readonly FieldColumn[]): number {
  return columns.reduce((sum, { share = 0 }) => sum + share, 0);
}

/** How the columns of the table are laid out. */
export interface ColumnLayout {
  /** The least width of the table in px; in a narrower place it scrolls sideways. */
  readonly least: number;
  readonly arrow: number;
  /** Those that show a field: px, or a share in percent. */
  readonly fields: readonly (number | string)[];
  /** Without a width it takes what is left, so that the other columns keep theirs. */
  readonly operation: number | undefined;
}

/**
 * Lays the columns out: at first some share the width that the others leave; as soon as one of them
 * was resized, each has the width that it was given or its own.
 */
export function layOutColumns(columns: readonly FieldColumn[], widths: Widths): ColumnLayout {
  const isResized = columns.some(({ id }) => widths[id] !== undefined);
  const shares = isResized ? 0 : sharesOf(columns);
  // All that have a share: as in CTS. Fewer of them take all that is left.
  const scale = shares === sharesOf(defaultColumns) ? 1 : 100 / shares;
  const own = columns.map((column) => widthOf(column, widths));
  return {
    least: own.reduce((sum, width) => sum + width, arrowWidth + operationWidth),
    arrow: arrowWidth,
    fields: columns.map((column, place) =>
      shares > 0 && column.share !== undefined ? `${column.share * scale}%` : (own[place] ?? 0),
    ),
    operation: shares > 0 ? operationWidth : undefined,
  };
}
