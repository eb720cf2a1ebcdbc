import type { ReactNode } from "react";
import { ColumnHeads } from "./column-heads.tsx";
import styles from "./data-table.module.css";

interface DataTableProps {
  /** Names the table. */
  readonly label: string;
  readonly columns: readonly string[];
  /** Its columns are few letters wide: on a narrow screen it stays a table. */
  readonly isSlim?: boolean;
  /** The rows, whose first cell is their heading. */
  readonly children: ReactNode;
}

/** A table of a few rows; on a narrow screen, each row is a list of its cells. */
export function DataTable({ label, columns, isSlim = false, children }: DataTableProps) {
  // There the head of a column stands before each of its cells: the style draws it.
  const heads: Readonly<Record<`--${string}`, string>> = Object.fromEntries(
    columns.map((column, place) => [`--column-${place + 1}`, JSON.stringify(column)]),
  );
  return (
    <div className={styles.scroller} role="region" aria-label={label} tabIndex={0}>
      <table className={`${styles.table} ${isSlim ? styles.slim : styles.wide}`} style={heads}>
        <ColumnHeads columns={columns} />
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
