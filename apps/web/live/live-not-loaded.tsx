import { useTexts } from "../language/use-texts.ts";
import styles from "./live.module.css";
import { texts } from "./texts.ts";

/** Stands for the part that looks for new traces when its code cannot be had. */
export function LiveNotLoaded(_props: object) {
  const t = useTexts(texts);
  return (
    <div className={styles.updates}>
      <p role="alert" className={styles.interrupted}>
        {t.notLoaded}
      </p>
    </div>
  );
}
