import styles from "./trace-list.module.css";

const bars = [52, 34, 44, 61, 38, 55, 47, 58];

/** Rows on their way. They appear only when the wait is long enough to be noticed. */
export function TraceSkeleton() {
  return (
    <div className={styles.skeleton}>
      <span className="visually-hidden">Loading traces…</span>
      {bars.map((width) => (
        <div key={width} className={styles.skeletonRow} aria-hidden="true">
          <span style={{ width: `${width / 4}%` }} />
          <span style={{ width: `${width / 5}%` }} />
          <span style={{ width: `${width / 3}%` }} />
          <span style={{ width: "12%" }} />
        </div>
      ))}
    </div>
  );
}
