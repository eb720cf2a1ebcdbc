import { useTexts } from "../language/use-texts.ts";
import { type Counts, namedStatuses } from "./bars.ts";
import styles from "./histogram.module.css";
import { statusFill } from "./status-fill.ts";
import { texts } from "./texts.ts";

interface HistogramLegendProps {
  /** Null until they are known. */
  readonly counts: Counts | null;
  readonly patterns: string;
}

/** Which status is drawn how, and how many traces it has; together they are all that match. */
export function HistogramLegend({ counts, patterns }: HistogramLegendProps) {
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
            {counts === null ? null : ` ${counts[status].toLocaleString("en")}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
