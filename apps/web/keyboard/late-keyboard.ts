import { latePart } from "../ui/late-part.ts";

// They are fetched together as soon as a page has its frame, so that the keys work when its traces
// are shown. Without them a mouse and Tab lead everywhere.

const fetchCursor = () => import("./row-cursor.tsx");

/** The keys of the page, and the help that lists them. */
export const KeyboardMap = latePart(async () => {
  // It is needed when the list is shown, and asked for there; a failure is told there too.
  fetchCursor().catch(() => {});
  return (await import("./keyboard-map.tsx")).KeyboardMap;
});

/** The cursor that keys move from row to row. */
export const RowCursor = latePart(async () => (await fetchCursor()).RowCursor);
