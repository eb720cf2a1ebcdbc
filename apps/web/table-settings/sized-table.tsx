import type { ReactNode } from "react";
import { keysHintId } from "../cell-actions/keys-hint.ts";
import { usePreference } from "../preferences/preferences.ts";
import type { FieldColumn } from "../trace-list/trace-columns.ts";
import { layOutColumns } from "./column-widths.ts";

interface SizedTableProps {
  readonly className: string;
  readonly caption: string;
  /** For a screen reader, with the rows that are not in the document; -1 when it is not known. */
  readonly rowCount: number;
  readonly columns: readonly FieldColumn[];
  /** Head and rows. */
  readonly children: ReactNode;
}

/** The table, its columns in their widths. While one is pulled the rows are not drawn again. */
export function SizedTable(props: SizedTableProps) {
  const { className, caption, rowCount, columns, children } = props;
  const widths = usePreference("widths");
  const layout = layOutColumns(columns, widths);
  return (
    <table
      className={className}
      aria-rowcount={rowCount}
      aria-describedby={keysHintId}
      style={{ minWidth: layout.least }}
    >
      <caption className="visually-hidden">{caption}</caption>
      <colgroup>
        <col style={{ width: layout.arrow }} />
        {columns.map(({ id }, place) => (
          <col key={id} style={{ width: layout.fields[place] }} />
        ))}
        <col style={{ width: layout.operation }} />
      </colgroup>
      {children}
    </table>
  );
}
