import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { indexesToDraw } from "./indexes-to-draw.ts";
import type { JsonLine } from "./json-line.ts";
import { JsonRow, rowId } from "./json-row.tsx";
import styles from "./json-tree.module.css";
import { areFew, estimateHeight, keyOfRow, rowAt, rowsOf } from "./rows.ts";
import { texts } from "./texts.ts";
import { type Copied, treeHandlers } from "./tree-handlers.ts";
import { useReveal } from "./use-reveal.ts";
import { type ChangeViewer, type ViewerState, toggled } from "./viewer-state.ts";

/** What is in sight until it is measured, px: rows are drawn at once. */
const initialRect = { width: 900, height: 600 };
/** The empty space above the first row and below the last one, px. */
const padding = 6;

interface JsonTreeProps {
  /** Ids begin with it. Outside there are `…-keys` and `…-continued`, which describe. */
  readonly id: string;
  readonly lines: readonly JsonLine[];
  readonly state: ViewerState;
  readonly onChange: ChangeViewer;
  readonly onCopyLine: (line: number, what: Copied) => void;
}

/**
 * The lines as a tree: one tab stop, in which the arrow keys move a cursor. Only the rows in sight
 * and a few around them are in the document.
 */
export function JsonTree({ id, lines, state, onChange, onCopyLine }: JsonTreeProps) {
  const t = useTexts(texts);
  const scroller = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const rows = useMemo(() => rowsOf(lines, state.folded), [lines, state.folded]);
  const few = useMemo(() => areFew(rows), [rows]);
  const keyOf = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? -1 : keyOfRow(row);
    },
    [rows],
  );
  const cursor = rowAt(rows, state.cursor);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: keyOf,
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? 0 : estimateHeight(row, lines[row.line]?.kind === "open");
    },
    rangeExtractor: (range) => indexesToDraw(range, cursor, few),
    overscan: 10,
    initialRect,
    paddingStart: padding,
    paddingEnd: padding,
  });
  useReveal(scroller, state.reveal);

  const drawn = () => {
    const { range } = virtualizer;
    const page = range === null ? 1 : Math.max(range.endIndex - range.startIndex, 1);
    return { state, lines, rows, page };
  };
  const handlers = treeHandlers({ drawn, onChange, onCopyLine, onHover: setHovered });
  const items = virtualizer.getVirtualItems();

  return (
    <div
      ref={scroller}
      className={styles.tree}
      role="tree"
      tabIndex={0}
      aria-label={t.lines}
      aria-describedby={`${id}-keys`}
      aria-activedescendant={items.length === 0 ? undefined : rowId(id, cursor)}
      {...handlers}
    >
      <div className={styles.lines} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <JsonRow
              key={key}
              id={id}
              index={index}
              start={start}
              measure={virtualizer.measureElement}
              lines={lines}
              row={row}
              state={state}
              isCurrent={index === cursor}
              hasActions={index === (hovered ?? cursor)}
              onToggle={(line) => onChange((now) => toggled(now, line))}
              onCopyLine={onCopyLine}
            />
          );
        })}
      </div>
    </div>
  );
}
