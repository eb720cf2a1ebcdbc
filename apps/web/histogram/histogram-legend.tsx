import { useTexts } from "../language/use-texts.ts";
import { type Counts, namedStatuses } from "./bars.ts";
import styles from "./histogram.module.css";
import { statusFill } from "./status-fill.ts";
import { texts } from "./texts.ts";

interface HistogramLegendProps {
  /** Null until they are known. */
  readonly counts: Counts | null;
  /** Whether these are still the counts of the query before. */
  readonly stale: boolean;
  readonly patterns: string;
}

/** Which status is drawn how, and how many traces it has; together they are all that match. */
export function HistogramLegend({ counts, stale, patterns }: HistogramLegendProps) {
  const t = useTexts(texts);
  return (
    <ul className={styles.legend} aria-label={t.legend}>
      {namedStatuses(counts).map((status) => (
        <li key={status}>
          <svg aria-hidden="true" focusable="false" width="10" height="10">
            <rect width="10" height="10" fill={statusFill(patterns, status)} />
          </svg>
          <span>
            {t.statuses[status]}
            {counts === null ? null : (
              <span className={stale ? styles.staleCount : undefined}>
                {` ${counts[status].toLocaleString("en")}`}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
