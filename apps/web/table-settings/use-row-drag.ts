import { useState } from "react";
import type { PointerEvent } from "react";
import type { FieldColumn } from "../trace-list/trace-columns.ts";
import { moved, placeAt } from "./order.ts";

/** A column that the pointer holds, and the order that it would leave. */
interface Drag {
  readonly column: FieldColumn;
  readonly columns: readonly FieldColumn[];
}

function columnAt(target: EventTarget, columns: readonly FieldColumn[]): FieldColumn | undefined {
  if (!(target instanceof Element)) return undefined;
  const id = target.closest("[data-handle]")?.getAttribute("data-handle");
  return columns.find((column) => column.id === id);
}

/** Follows the pointer over the rows of the list that stand for shown columns. */
function follow({ column, columns }: Drag, y: number, list: HTMLElement): Drag {
  const rows = [...list.querySelectorAll("[data-shown]")];
  const from = columns.indexOf(column);
  const middles = rows.toSpliced(from, 1).map((row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2;
  });
  const to = placeAt(y, middles);
  if (to === from) return { column, columns };
  // Near its ends the list scrolls along.
  rows[to]?.scrollIntoView({ block: "nearest" });
  return { column, columns: moved(columns, from, to) };
}

/**
 * Lets a pointer move the rows of a list by their handles. The list itself follows the pointer: a
 * row would lose it on its way through the document.
 */
export function useRowDrag(
  columns: readonly FieldColumn[],
  onDrop: (columns: readonly FieldColumn[], column: FieldColumn) => void,
) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const listProps = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const column = columnAt(event.target, columns);
      if (column === undefined) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ column, columns });
    },
    onPointerMove: ({ clientY, currentTarget }: PointerEvent<HTMLElement>) => {
      if (drag !== null) setDrag(follow(drag, clientY, currentTarget));
    },
    onPointerUp: ({ clientY, currentTarget }: PointerEvent<HTMLElement>) => {
      if (drag === null) return;
      // The last movement may not have been drawn yet.
      const last = follow(drag, clientY, currentTarget);
      setDrag(null);
      if (last.columns.indexOf(drag.column) !== columns.indexOf(drag.column)) {
        onDrop(last.columns, drag.column);
      }
    },
    onPointerCancel: () => setDrag(null),
  };
  return { columns: drag?.columns ?? columns, held: drag?.column ?? null, listProps };
}
