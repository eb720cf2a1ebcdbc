import { UnstyledButton } from "@mantine/core";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { useTexts } from "../language/use-texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { filtersWithoutControl, withoutFilter } from "./filters.ts";
import styles from "./filter-bar.module.css";
import { texts } from "./texts.ts";

interface FilterChipsProps {
  readonly query: TraceQuery;
  readonly onChange: (query: TraceQuery) => void;
}

/** The filters of a shared link that no control above can show, each with a way to take it away. */
export function FilterChips({ query, onChange }: FilterChipsProps) {
  const { bar: t, filters } = useTexts(texts);
  const extra = filtersWithoutControl(query, filters);
  if (extra.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t.chips}>
      {extra.map((filter) => (
        <li key={`${filter.field} ${filter.value}`}>
          <UnstyledButton
            className={styles.chip}
            aria-label={t.removeChip(filter.label, filter.value)}
            title={filter.value}
            onClick={() => onChange(withoutFilter(query, filter))}
          >
            <span className={styles.chipText}>
              {t.chip(filter.label)}
              <PlainText text={filter.value} />
            </span>
            <CloseIcon />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
