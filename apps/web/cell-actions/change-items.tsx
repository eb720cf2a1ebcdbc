import { facetFields } from "@trace-console/contracts/console-api";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { useTexts } from "../language/use-texts.ts";
import { describeCounts } from "../trace-list/facet-select.tsx";
import { useFacets } from "../trace-list/trace-queries.ts";
import { PlainText } from "../ui/plain-text.tsx";
import styles from "./cell-actions.module.css";
import type { CellValue } from "./cell-value.ts";
import { type FilterChange, changesFor, limitOf, withChange } from "./changes.ts";
import { MenuItem } from "./menu-item.tsx";
import { othersFor } from "./others.ts";
import { texts } from "./texts.ts";
import { useCellWords } from "./use-cell-words.ts";

interface ChangeItemsProps {
  readonly projectId: string;
  readonly cell: CellValue;
  readonly query: TraceQuery;
  /** `words` tell what the query does. */
  readonly onChange: (query: TraceQuery, words: string) => void;
}

/** What a value can do to its filter, and which other values can join it there. */
export function ChangeItems({ projectId, cell, query, onChange }: ChangeItemsProps) {
  const t = useTexts(texts);
  const tell = useCellWords();
  const { field } = cell;
  // The filters above the list have asked for the same.
  const facets = useFacets(projectId, query);
  const facet = facetFields.find((name) => name === field);
  const counts =
    facet === undefined || facets.isPlaceholderData ? [] : describeCounts(facets, facet);

  const choose = (chosen: CellValue, change: FilterChange) => {
    const { label, value } = tell(chosen);
    const words = t.done[change](label, value);
    onChange(withChange(query, chosen, change), words);
  };
  const nameOf = (change: FilterChange) => {
    if (change !== "include") return t.changes[change];
    return (query[field]?.length ?? 0) > 0 ? t.add : t.changes.include;
  };

  return (
    <>
      {changesFor(query, cell).map(({ change, problem }) => (
        <MenuItem
          key={change}
          problem={
            problem === null
              ? undefined
              : t.problems[problem](limitOf(problem).toLocaleString("en"))
          }
          onChoose={() => choose(cell, change)}
        >
          {nameOf(change)}
        </MenuItem>
      ))}
      {othersFor(query, cell, counts).map(({ value, count }) => (
        <MenuItem key={value} onChoose={() => choose({ field, value }, "include")}>
          <span className={styles.other}>
            <span className={styles.otherValue}>
              {t.also}
              <PlainText text={tell({ field, value }).value} />
            </span>
            <span className={styles.count}>{count}</span>
          </span>
        </MenuItem>
      ))}
    </>
  );
}
