import type { ClipboardEvent, KeyboardEvent, MouseEvent, PointerEvent } from "react";
import { type Drawn, pressed } from "./press-key.ts";
import { rowAt } from "./rows.ts";
import { type ChangeViewer, movedTo } from "./viewer-state.ts";

/** What of a line is copied. */
export type Copied = "value" | "path";

interface TreeHandlerOptions {
  /** What is drawn, when something happens. */
  readonly drawn: () => Drawn;
  readonly onChange: ChangeViewer;
  readonly onCopyLine: (line: number, what: Copied) => void;
  /** The pointer is on this row; null for on none. */
  readonly onHover: (index: number | null) => void;
}

const copiedByKey: Readonly<Record<string, Copied>> = { c: "value", p: "path" };

function rowOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest("[data-index]") : null;
  return row instanceof HTMLElement ? Number(row.dataset["index"]) : null;
}

/** The selected text, as it is in the JSON: without the viewer's own remarks in it. */
function selectedJson(selection: Selection): string {
  const piece = selection.getRangeAt(0).cloneContents();
  for (const remark of piece.querySelectorAll("[data-remark]")) remark.remove();
  return piece.textContent ?? "";
}

/** What keyboard and pointer do in the tree: one handler for all of its lines. */
export function treeHandlers({ drawn, onChange, onCopyLine, onHover }: TreeHandlerOptions) {
  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      // With these keys the browser goes back, for instance, or copies what is selected.
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const now = drawn();
      const next = pressed(now, event.key);
      const copied = copiedByKey[event.key.toLowerCase()];
      const line = now.rows[rowAt(now.rows, now.state.cursor)]?.line;
      if (next !== null) onChange(() => next);
      else if (copied !== undefined && line !== undefined) onCopyLine(line, copied);
      else return;
      event.preventDefault();
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      const index = rowOf(event.target);
      const { rows, lines } = drawn();
      const row = index === null ? undefined : rows[index];
      if (row === undefined || lines[row.line]?.kind === "close") return;
      // Its keys work from now on, wherever in it one has clicked.
      event.currentTarget.focus({ preventScroll: true });
      onChange((state) => movedTo(state, { line: row.line, at: row.from }));
    },
    onCopy: (event: ClipboardEvent<HTMLElement>) => {
      const selection = document.getSelection();
      if (selection === null || selection.isCollapsed) return;
      event.clipboardData.setData("text/plain", selectedJson(selection));
      event.preventDefault();
    },
    onPointerOver: (event: PointerEvent<HTMLElement>) => onHover(rowOf(event.target)),
    onPointerLeave: () => onHover(null),
  };
}
