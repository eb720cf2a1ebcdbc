import { unseenPart } from "../ui/unseen-part.tsx";

// They are fetched before a page is drawn, so that the keys work when its traces are shown. Without
// them a mouse and Tab lead everywhere.

/** The keys of the page, and the help that lists them. */
export const KeyboardMap = unseenPart(async () => (await import("./keyboard-map.tsx")).KeyboardMap);

/** The cursor that keys move from row to row. */
export const RowCursor = unseenPart(async () => (await import("./row-cursor.tsx")).RowCursor);

/** Fetches both. */
export function fetchKeysAhead(): void {
  void KeyboardMap.fetchAhead();
  void RowCursor.fetchAhead();
}
