import { Button } from "@mantine/core";
import type { ViewHead } from "@trace-console/contracts/saved-view-api";
import { FailureLine } from "../api-client/failure-line.tsx";
import { useTexts } from "../language/use-texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import styles from "./saved-views.module.css";
import { texts } from "./texts.ts";
import { useFirstFocus } from "./use-first-focus.ts";
import type { Sending } from "./view-task.ts";

interface DeleteQuestionProps {
  readonly view: ViewHead;
  readonly sending: Sending;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before a view is deleted. */
export function DeleteQuestion({ view, sending, onConfirm, onCancel }: DeleteQuestionProps) {
  const t = useTexts(texts);
  const cancel = useFirstFocus<HTMLButtonElement>();
  return (
    <div className={styles.form}>
      <h2 className={styles.title}>
        <PlainText text={t.deletion.title(view.name)} />
      </h2>
      <p className={styles.about}>{view.is_shared ? t.deletion.shared : t.deletion.own}</p>
      <FailureLine error={sending.error} />
      <div className={styles.buttons}>
        <Button ref={cancel} size="xs" variant="default" onClick={onCancel}>
          {t.form.cancel}
        </Button>
        <Button size="xs" loading={sending.isPending} onClick={onConfirm}>
          {t.delete}
        </Button>
      </div>
    </div>
  );
}
