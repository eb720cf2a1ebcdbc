/** Where one is on the bars, which are named by their places from 0. */
export interface Brush {
  /** The bar that is told of. */
  readonly cursor: number | null;
  /** The other end of the selection, as long as bars are being selected. */
  readonly anchor: number | null;
  /** Whether a pointer is pressed on the bars. */
  readonly dragging: boolean;
}

/** A selection of bars, both ends included. */
export interface Selection {
  readonly first: number;
  readonly last: number;
}

/** On no bar. */
export const idle: Brush = { cursor: null, anchor: null, dragging: false };

/** The bars that Enter or letting go chooses: the selection, else the bar of the cursor. */
export function chosenOf({ cursor, anchor }: Brush): Selection | null {
  if (cursor === null) return null;
  const other = anchor ?? cursor;
  return { first: Math.min(cursor, other), last: Math.max(cursor, other) };
}

/** A pointer is pressed on a bar. */
export function pressed(bar: number): Brush {
  return { cursor: bar, anchor: bar, dragging: true };
}

/** A pointer moves over a bar; a selection of the keyboard stays as it is. */
export function hovered(brush: Brush, bar: number): Brush {
  const stays = brush.cursor === bar || (brush.anchor !== null && !brush.dragging);
  return stays ? brush : { ...brush, cursor: bar };
}

/** The pointer goes away. */
export function left(brush: Brush): Brush {
  return brush.anchor === null ? idle : brush;
}

/** The selection is given up; the cursor stays. */
export function givenUp({ cursor }: Brush): Brush {
  return { ...idle, cursor };
}

function placeFor(key: string, cursor: number | null, count: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, (cursor ?? count) - 1);
    case "ArrowRight":
      return Math.min(count - 1, (cursor ?? -1) + 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

/** A key moves the cursor, and with `extend` the end of the selection; null for any other key. */
export function moved(brush: Brush, key: string, extend: boolean, count: number): Brush | null {
  const cursor = placeFor(key, brush.cursor, count);
  if (cursor === null) return null;
  return { ...idle, cursor, anchor: extend ? (brush.anchor ?? brush.cursor ?? cursor) : null };
}
