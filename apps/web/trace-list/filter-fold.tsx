import { Button } from "@mantine/core";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { useTexts } from "../language/use-texts.ts";
import { ChevronIcon } from "../ui/icons.tsx";
import styles from "./filter-bar.module.css";
import { filtersInForce } from "./filters.ts";
import { texts } from "./texts.ts";

interface FilterFoldProps {
  readonly query: TraceQuery;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** On a narrow screen, where only the text is always at hand: opens and folds the other filters. */
export function FilterFold({ query, isOpen, onToggle }: FilterFoldProps) {
  const { bar: t, filters } = useTexts(texts);
  const set = filtersInForce(query, filters).filter(({ field }) => field !== "text").length;
  return (
    <Button
      className={styles.fold}
      variant="default"
      size="xs"
      aria-expanded={isOpen}
      rightSection={<ChevronIcon up={isOpen} />}
      onClick={onToggle}
    >
      {t.fold(query.trace_type === "data" ? set + 1 : set)}
    </Button>
  );
}
