import { UnstyledButton } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import styles from "./counts.module.css";
import { texts } from "./texts.ts";

/** So many rows are shown at first. */
const topCount = 8;

interface CountTableProps<Item> {
  /** Names the table. */
  readonly label: string;
  readonly columns: readonly string[];
  readonly items: readonly Item[];
  /** The row of an item, whose first cell is its heading. */
  readonly children: (item: Item) => ReactNode;
}

/** Names with their counts, the highest ones first; the others on demand. */
export function CountTable<Item>({ label, columns, items, children }: CountTableProps<Item>) {
  const t = useTexts(texts).card;
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, topCount);
  return (
    <>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{shown.map((item) => children(item))}</tbody>
      </table>
      {items.length <= topCount ? null : (
        <UnstyledButton
          className={styles.more}
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? t.showFewer : t.showAll(items.length)}
        </UnstyledButton>
      )}
    </>
  );
}
