import { useTexts } from "../language/use-texts.ts";
import { texts } from "./texts.ts";
import styles from "./trace-list.module.css";

const rows = ["a", "b", "c", "d", "e", "f", "g", "h"];
const cells = ["name", "type", "source", "id", "resource", "status", "operator", "time", "link"];

/** Rows on their way. They appear only when the wait is long enough to be noticed. */
export function TraceSkeleton() {
  const t = useTexts(texts).results;
  return (
    <div className={styles.skeleton}>
      <span className="visually-hidden">{t.loading}</span>
      {rows.map((row) => (
        <div key={row} className={styles.skeletonRow} aria-hidden="true">
          {cells.map((cell) => (
            <span key={cell} />
          ))}
        </div>
      ))}
    </div>
  );
}
