import type { ViewHead } from "@trace-console/contracts/saved-view-api";
import { useTexts } from "../language/use-texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { RowButton } from "./row-button.tsx";
import styles from "./saved-views.module.css";
import { texts } from "./texts.ts";
import type { ViewTask } from "./view-task.ts";

interface UnusableRowProps {
  readonly view: ViewHead;
  readonly onTask: (task: ViewTask) => void;
}

/** A view that cannot be opened: why, and that it may be deleted. */
export function UnusableRow({ view, onTask }: UnusableRowProps) {
  const t = useTexts(texts);
  return (
    <li className={styles.row}>
      <div className={styles.open}>
        <span className={styles.rowName}>
          <PlainText text={view.name} />
        </span>
        <span className={styles.rowAbout}>{t.whyUnusable}</span>
      </div>
      {view.may_change ? (
        <RowButton
          action={t.delete}
          name={view.name}
          onClick={() => onTask({ kind: "delete", view })}
        />
      ) : null}
    </li>
  );
}
