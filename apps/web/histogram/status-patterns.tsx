import styles from "./histogram.module.css";
import { patternId, statusColors } from "./status-fill.ts";

// The hatchings differ as well as the colours: nobody has to tell green from red.
const hatchings = [
  { status: "warning", angle: 45 },
  { status: "incident", angle: 135 },
  { status: "other", angle: 0 },
] as const;

/** The hatchings of the bars and of the legend. It shows nothing by itself. */
export function StatusPatterns({ patterns }: { patterns: string }) {
  return (
    <svg aria-hidden="true" focusable="false" width="0" height="0" className={styles.patterns}>
      <defs>
        {hatchings.map(({ status, angle }) => (
          <pattern
            key={status}
            id={patternId(patterns, status)}
            width="4"
            height="4"
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(${angle})`}
          >
            <rect width="4" height="4" fill={statusColors[status]} />
            <path d="M1 0V4" stroke="var(--card)" />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
