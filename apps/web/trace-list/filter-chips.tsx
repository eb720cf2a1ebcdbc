import { UnstyledButton } from "@mantine/core";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { useTexts } from "../language/use-texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { filtersInFold, filtersWithoutControl, withoutFilter } from "./filters.ts";
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
        <Chip
          key={`${filter.field} ${filter.value}`}
          {...filter}
          onRemove={() => onChange(withoutFilter(query, filter))}
        />
      ))}
    </ul>
  );
}

/** What the controls are set to, while they are folded on a narrow screen. */
export function FoldedChips({ query, onChange }: FilterChipsProps) {
  const { bar: t, filters } = useTexts(texts);
  const folded = filtersInFold(query, filters);
  const isData = query.trace_type === "data";
  if (folded.length === 0 && !isData) return null;
  return (
    <ul className={`${styles.chips} ${styles.folded}`} aria-label={t.chipsFolded}>
      {isData ? (
        <Chip
          label={t.kind}
          value={t.kinds.data}
          onRemove={() => onChange({ ...query, trace_type: "system" })}
        />
      ) : null}
      {folded.map((filter) => (
        <Chip
          key={`${filter.field} ${filter.value}`}
          {...filter}
          onRemove={() => onChange(withoutFilter(query, filter))}
        />
      ))}
    </ul>
  );
}

interface ChipProps {
  readonly label: string;
  readonly value: string;
  readonly onRemove: () => void;
}

function Chip({ label, value, onRemove }: ChipProps) {
  const t = useTexts(texts).bar;
  return (
    <li>
      <UnstyledButton
        className={styles.chip}
        aria-label={t.removeChip(label, value)}
        title={t.chip(label) + value}
        onClick={onRemove}
      >
        <span className={styles.chipText}>
          {t.chip(label)}
          <PlainText text={value} />
        </span>
        <CloseIcon />
      </UnstyledButton>
    </li>
  );
}
