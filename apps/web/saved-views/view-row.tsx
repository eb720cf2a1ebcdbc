import { UnstyledButton } from "@mantine/core";
import type { SavedView } from "@trace-console/contracts/saved-view-api";
import { useTexts } from "../language/use-texts.ts";
import { useZone } from "../time-zone/use-zone.ts";
import { texts as listTexts } from "../trace-list/texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { RowButton } from "./row-button.tsx";
import styles from "./saved-views.module.css";
import { texts } from "./texts.ts";
import { pressKey } from "./view-keys.ts";
import type { ViewTask } from "./view-task.ts";
import { describeView } from "./view-words.ts";

interface ViewRowProps {
  readonly view: SavedView;
  /** Whether the page was opened from it. */
  readonly isCurrent: boolean;
  readonly onOpen: (view: SavedView) => void;
  readonly onTask: (task: ViewTask) => void;
}

/** A view: its name, whose it is, what it shows, and what may be done with it. */
export function ViewRow({ view, isCurrent, onOpen, onTask }: ViewRowProps) {
  const t = useTexts(texts);
  const list = useTexts(listTexts);
  const zone = useZone();
  const standing = view.is_own ? (view.is_shared ? t.shared : null) : t.by(view.owner);
  const about = describeView(view.state, zone, { own: t, list });
  return (
    <li className={styles.row}>
      <UnstyledButton
        data-view-item
        className={styles.open}
        aria-current={isCurrent ? "true" : undefined}
        title={about}
        onClick={() => onOpen(view)}
        onKeyDown={pressKey}
      >
        <span className={styles.rowName}>
          <PlainText text={view.name} />
        </span>
        <span className={styles.rowAbout}>
          {standing === null ? null : (
            <>
              <bdi>{standing}</bdi>
              {t.separator}
            </>
          )}
          <PlainText text={about} />
        </span>
      </UnstyledButton>
      {view.may_change ? (
        <>
          <RowButton
            action={t.edit}
            name={view.name}
            onClick={() => onTask({ kind: "edit", view })}
          />
          <RowButton
            action={t.delete}
            name={view.name}
            onClick={() => onTask({ kind: "delete", view })}
          />
        </>
      ) : null}
    </li>
  );
}
