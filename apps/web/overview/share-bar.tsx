import { useTexts } from "../language/use-texts.ts";
import styles from "./counts.module.css";
import { percentOf } from "./percent.ts";
import { texts } from "./texts.ts";

/** A part of a whole in percent, and as a bar for the eye. */
export function ShareBar({ part, whole }: { part: number; whole: number }) {
  const t = useTexts(texts);
  return (
    <span className={styles.share}>
      <span className={styles.percent}>{t.percent(percentOf(part, whole))}</span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ width: `${(part / whole) * 100}%` }} />
      </span>
    </span>
  );
}
