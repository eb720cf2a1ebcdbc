import { Button } from "@mantine/core";
import type { SavedView } from "@trace-console/contracts/saved-view-api";
import { FailureLine } from "../api-client/failure-line.tsx";
import { useTexts } from "../language/use-texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import styles from "./saved-views.module.css";
import { texts } from "./texts.ts";
import type { Sending } from "./view-task.ts";

interface ChangedViewProps {
  readonly view: SavedView;
  readonly sending: Sending;
  readonly onOverwrite: (view: SavedView) => void;
  readonly onDiscard: (view: SavedView) => void;
}

/** What can be done when the page no longer shows what its view holds. */
export function ChangedView({ view, sending, onOverwrite, onDiscard }: ChangedViewProps) {
  const t = useTexts(texts).current;
  return (
    <section className={styles.changedView}>
      <h2 className={styles.title}>
        <PlainText text={t.title(view.name)} />
      </h2>
      <p className={styles.about}>{view.may_change ? t.about : t.notYours(view.owner)}</p>
      <FailureLine error={sending.error} />
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={() => onDiscard(view)}>
          {t.discard}
        </Button>
        {view.may_change ? (
          <Button size="xs" loading={sending.isPending} onClick={() => onOverwrite(view)}>
            {t.overwrite}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
