import { traceRatings } from "@trace-console/contracts/trace";
import type { TraceRating } from "@trace-console/contracts/trace";
import { useTexts } from "../language/use-texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { texts } from "./texts.ts";
import styles from "./trace-table.module.css";

interface Shape {
  readonly color: string;
  readonly outline: string;
  readonly sign: string;
}

// The shapes differ as well as the colours: nobody has to tell green from red.
const shapes: Readonly<Record<string, Shape>> = {
  normal: {
    color: "var(--ok)",
    outline: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z",
    sign: "m4.8 8.2 2.2 2.2 4.2-4.5",
  },
  warning: {
    color: "var(--warning)",
    outline: "M8 1.2 15.4 14.6H.6Z",
    sign: "M8 6v4M8 12.2v.1",
  },
  incident: {
    color: "var(--incident)",
    outline: "M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z",
    sign: "m5.7 5.7 4.6 4.6M10.3 5.7 5.7 10.3",
  },
};

const other: Shape = {
  color: "var(--ink-faint)",
  outline: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z",
  sign: "M5 8h6",
};

/** The word for a trace status; one that nobody knows stays as it came. */
export function ratingWord(rating: string, words: Readonly<Record<TraceRating, string>>): string {
  const known = traceRatings.find((name) => name === rating);
  return known === undefined ? rating : words[known];
}

/** A trace status as icon and word. */
export function TraceStatus({ rating }: { rating: string }) {
  const t = useTexts(texts).table;
  const { color, outline, sign } = shapes[rating] ?? other;
  return (
    <span className={styles.status}>
      <svg aria-hidden="true" width="16" height="16" viewBox="0 0 16 16">
        <path d={outline} style={{ fill: color }} />
        <path
          className={styles.statusSign}
          d={sign}
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className={styles.statusText}>
        <PlainText text={ratingWord(rating, t.ratings)} />
      </span>
    </span>
  );
}
