import type { ReactNode } from "react";
import { ColumnHeads } from "./column-heads.tsx";
import styles from "./data-table.module.css";

interface DataTableProps {
  /** Names the table. */
  readonly label: string;
  readonly columns: readonly string[];
  /** The rows, whose first cell is their heading. */
  readonly children: ReactNode;
}

/** A table of a few rows; on a narrow screen it scrolls by itself. */
export function DataTable({ label, columns, children }: DataTableProps) {
  return (
    <div className={styles.scroller} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <ColumnHeads columns={columns} />
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
