import styles from "./ui.module.css";

/** A page that is still on its way. It stays invisible for a moment, so that fast ones never flash. */
export function Waiting({ label }: { label: string }) {
  return (
    <div className={styles.waiting} role="status" aria-busy="true">
      {label}
    </div>
  );
}
