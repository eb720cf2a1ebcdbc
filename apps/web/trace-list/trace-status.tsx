import { PlainText } from "../ui/plain-text.tsx";
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
  color: "#6b707c",
  outline: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z",
  sign: "M5 8h6",
};

/** A trace status as icon and word; a word that nobody knows is shown as it came. */
export function TraceStatus({ rating }: { rating: string }) {
  const { color, outline, sign } = shapes[rating] ?? other;
  return (
    <span className={styles.status}>
      <svg aria-hidden="true" width="16" height="16" viewBox="0 0 16 16">
        <path d={outline} fill={color} />
        <path
          d={sign}
          fill="none"
          stroke="#fff"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className={styles.statusText}>
        <PlainText text={rating} />
      </span>
    </span>
  );
}
