import { type RefObject, useEffect, useRef } from "react";
import { nextRow } from "./next-row.ts";
import { useShortcuts } from "./use-shortcuts.ts";

/** A row of a list that keys have led to. */
export interface Cursor {
  /** The list: in another one it means nothing. */
  readonly of: string;
  /** Its place there; -1 when it has left the list. */
  readonly index: number;
  /** Whether it is to be seen: whoever uses a mouse needs no ring. */
  readonly isShown: boolean;
}

export interface RowCursorOptions {
  readonly cursor: Cursor | null;
  readonly onCursor: (cursor: Cursor) => void;
  /**
   * Holds the rows that are in the document. `data-index` tells the place of each in the list, and
   * the first element with `aria-expanded` in it is its arrow.
   */
  readonly scroller: RefObject<HTMLElement | null>;
  /** What is listed. */
  readonly listKey: string;
  /** How many rows the list has so far. */
  readonly count: number;
  readonly firstInSight: () => number;
  /** Brings a row into the document that is too far away to be there. */
  readonly scrollToIndex: (index: number) => void;
  /** Expands or collapses a row. */
  readonly onToggle: (index: number) => void;
  /** Shows what a row stands for; `opener` takes the focus back. */
  readonly onView: (index: number, opener: HTMLElement) => void;
}

function arrowIn(scroller: HTMLElement | null, index: number): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-index="${index}"] [aria-expanded]`) ?? null;
}

/** A row that was expanded just before may push the cursor's out of sight for so long, ms. */
const settlingMs = 1_500;

/** The row, not only its arrow; and the page as well, where it is longer than the window. */
function showRow(arrow: HTMLElement): void {
  arrow.closest("tr")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/**
 * Lets single keys move a cursor from row to row. The focus goes with it, to the arrow of the row,
 * so that a screen reader follows; and it goes where the focus is put in some other way.
 */
export function useRowCursor(options: RowCursorOptions): void {
  const { cursor, onCursor, scroller, listKey, count, firstInSight, scrollToIndex } = options;
  const { onToggle, onView } = options;
  const isHere =
    cursor !== null && cursor.of === listKey && cursor.index >= 0 && cursor.index < count;
  const index = isHere ? cursor.index : null;
  const shownIndex = isHere && cursor.isShown ? cursor.index : null;
  // The row whose arrow takes the focus as soon as it is in the document.
  const wanted = useRef<number | null>(null);
  const settledAt = useRef(0);

  useEffect(() => {
    if (index === null) wanted.current = null;
    if (wanted.current === null) return;
    const arrow = arrowIn(scroller.current, wanted.current);
    if (arrow === null) return;
    wanted.current = null;
    showRow(arrow);
    arrow.focus({ preventScroll: true });
    settledAt.current = performance.now() + settlingMs;
  });

  useEffect(() => {
    const content = scroller.current?.firstElementChild;
    if (!content) return undefined;
    const observer = new ResizeObserver(() => {
      if (performance.now() > settledAt.current || shownIndex === null) return;
      const arrow = arrowIn(scroller.current, shownIndex);
      if (arrow !== null) showRow(arrow);
    });
    observer.observe(content);
    return () => observer.disconnect();
  }, [scroller, shownIndex]);

  useEffect(() => {
    const rows = scroller.current;
    const follow = ({ target }: FocusEvent) => {
      // Whoever puts the focus somewhere meanwhile goes on from there.
      wanted.current = null;
      if (!(target instanceof HTMLElement)) return;
      const row = Number(target.closest<HTMLElement>("[data-index]")?.dataset["index"]);
      if (Number.isNaN(row) || row === shownIndex) return;
      onCursor({ of: listKey, index: row, isShown: target.matches(":focus-visible") });
    };
    rows?.addEventListener("focusin", follow);
    return () => rows?.removeEventListener("focusin", follow);
  }, [scroller, listKey, shownIndex, onCursor]);

  const goTo = (row: number) => {
    wanted.current = row;
    onCursor({ of: listKey, index: row, isShown: true });
    if (arrowIn(scroller.current, row) === null) scrollToIndex(row);
  };
  const move = (step: number) => {
    const row = nextRow(index, step, { count, first: firstInSight() });
    if (row !== null) goTo(row);
  };
  useShortcuts({
    nextRow: () => move(1),
    previousRow: () => move(-1),
    toggleRow: () => {
      if (index === null) return;
      goTo(index);
      onToggle(index);
    },
    viewTrace: () => {
      if (index === null) return;
      const opener = arrowIn(scroller.current, index) ?? scroller.current;
      if (opener !== null) onView(index, opener);
    },
  });
}
