import { type RowCursorOptions, useRowCursor } from "./use-row-cursor.ts";

/** {@link useRowCursor} as a part of the page that is fetched late. */
export function RowCursor(options: RowCursorOptions) {
  useRowCursor(options);
  return null;
}
