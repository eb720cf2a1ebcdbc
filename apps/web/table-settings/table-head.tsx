import { Suspense } from "react";
import { useTexts } from "../language/use-texts.ts";
import { ColumnSeparator } from "../trace-list/late-parts.tsx";
import { texts } from "../trace-list/texts.ts";
import type { FieldColumn } from "../trace-list/trace-columns.ts";
import styles from "../trace-list/trace-table.module.css";
import { HelpTip } from "../ui/help-tip.tsx";
import { useHeads } from "./use-heads.ts";

/** The heads of the columns. They are named by their titles alone, without what stands beside. */
export function TableHead({ columns }: { columns: readonly FieldColumn[] }) {
  const t = useTexts(texts);
  const headOf = useHeads();
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col">
          <span className="visually-hidden">{t.table.details}</span>
        </th>
        {columns.map(({ id }) => {
          const { title, help } = headOf(id);
          return (
            <th key={id} scope="col" aria-label={title} data-column={id}>
              <span className={styles.headText}>
                {title}
                {help === undefined ? null : <HelpTip about={title} text={help} />}
              </span>
              <Suspense fallback={null}>
                <ColumnSeparator id={id} title={title} />
              </Suspense>
            </th>
          );
        })}
        <th scope="col">
          <span className={styles.headText}>{t.columns.operation.title}</span>
        </th>
      </tr>
    </thead>
  );
}
