import { lazy } from "react";

// They are fetched together as soon as a page has its frame, so that the keys work when its traces
// are shown. When they cannot be had, the page does without: a mouse and Tab lead everywhere.

function fetchMap() {
  return import("./keyboard-map.tsx").catch(() => null);
}

function fetchCursor() {
  return import("./row-cursor.tsx").catch(() => null);
}

/** The keys of the page, and the help that lists them. */
export const KeyboardMap = lazy(async () => {
  void fetchCursor();
  return { default: (await fetchMap())?.KeyboardMap ?? nothing };
});

/** The cursor that keys move from row to row. */
export const RowCursor = lazy(async () => ({
  default: (await fetchCursor())?.RowCursor ?? nothing,
}));

function nothing(_props: object) {
  return null;
}
