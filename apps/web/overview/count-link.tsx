import { Link } from "react-router-dom";
import styles from "./counts.module.css";

interface CountLinkProps {
  readonly count: number;
  /** The address of the Trace List of just these traces. */
  readonly to: string;
  /** What is counted, with the count. */
  readonly label: string;
}

/** A number that leads to the traces that it counts; 0 leads nowhere. */
export function CountLink({ count, to, label }: CountLinkProps) {
  const text = count.toLocaleString("en");
  if (count === 0) return <span className={styles.zero}>{text}</span>;
  return (
    <Link className={styles.count} to={to} aria-label={label}>
      {text}
    </Link>
  );
}
