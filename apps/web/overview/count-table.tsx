import { UnstyledButton } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { ColumnHeads } from "../ui/column-heads.tsx";
import styles from "./counts.module.css";
import { texts } from "./texts.ts";

/** So many rows are shown at first, and so many on demand: thousands would hold the page up. */
const topCount = 5;
const mostShown = 200;

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
  const most = Math.min(items.length, mostShown);
  const shown = items.slice(0, isWhole ? most : topCount);
  const showMore = most < items.length ? t.showSome(most, items.length) : t.showAll(items.length);
  return (
    <>
      <table className={styles.table} aria-label={label}>
        <ColumnHeads columns={columns} />
        <tbody>{shown.map((item) => children(item))}</tbody>
      </table>
      {items.length <= topCount ? null : (
        <UnstyledButton
          className={styles.more}
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? t.showFewer : showMore}
        </UnstyledButton>
      )}
    </>
  );
}
