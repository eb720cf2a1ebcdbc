import { useLayoutEffect, useRef, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { type FieldColumn, fieldColumns } from "../trace-list/trace-columns.ts";
import { ColumnRow } from "./column-row.tsx";
import { arranged, moved, toggled } from "./order.ts";
import styles from "./table-settings.module.css";
import { texts } from "./texts.ts";
import { useHeads } from "./use-heads.ts";
import { useRowDrag } from "./use-row-drag.ts";

interface ColumnListProps {
  readonly columns: readonly FieldColumn[];
  readonly onChoose: (columns: readonly FieldColumn[]) => void;
}

/** All columns: which of them are shown, and in which order. */
export function ColumnList({ columns, onChoose }: ColumnListProps) {
  const t = useTexts(texts);
  const headOf = useHeads();
  // A row stays where it is when its column is chosen or taken away.
  const [all] = useState(() => [...new Set([...columns, ...fieldColumns])]);
  const [told, setTold] = useState("");

  // A row that moves through the document loses the focus.
  const pressed = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  });

  const place = (wanted: readonly FieldColumn[], column: FieldColumn) => {
    onChoose(wanted);
    setTold(t.moved(headOf(column.id).title, wanted.indexOf(column) + 1, wanted.length));
  };
  const drag = useRowDrag(columns, place);

  return (
    <>
      <p className={styles.head} aria-hidden="true">
        <span>{t.column}</span>
        <span>{t.width}</span>
      </p>
      <ul className={styles.list} aria-label={t.list} {...drag.listProps}>
        {arranged(all, drag.columns).map((column) => {
          const from = drag.columns.indexOf(column);
          return (
            <ColumnRow
              key={column.id}
              column={column}
              title={headOf(column.id).title}
              place={from}
              count={drag.columns.length}
              held={column === drag.held}
              onToggle={() => onChoose(toggled(arranged(all, columns), columns, column))}
              onMove={(to, button) => {
                pressed.current = button;
                place(moved(columns, from, to), column);
              }}
            />
          );
        })}
      </ul>
      <p role="status" className="visually-hidden">
        {told}
      </p>
    </>
  );
}
