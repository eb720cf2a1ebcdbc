import styles from "./failure-line.module.css";
import { useFailureText } from "./use-failure-text.ts";

/** Says why something was not done, as soon as that is known; nothing while `error` is null. */
export function FailureLine({ error }: { error: Error | null }) {
  const tell = useFailureText();
  return error === null ? null : (
    <p role="alert" className={styles.failure}>
      {tell(error)}
    </p>
  );
}
