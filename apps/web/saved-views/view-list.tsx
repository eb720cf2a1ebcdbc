import { Button } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { SavedView, SavedViewList } from "@trace-console/contracts/saved-view-api";
import { useId } from "react";
import { useFailureText } from "../api-client/use-failure-text.ts";
import { useTexts } from "../language/use-texts.ts";
import { ChangedView } from "./changed-view.tsx";
import styles from "./saved-views.module.css";
import { texts } from "./texts.ts";
import type { CurrentView } from "./use-current-view.ts";
import { useFirstFocus } from "./use-first-focus.ts";
import { pressKey } from "./view-keys.ts";
import { ViewRow } from "./view-row.tsx";
import type { Sending, ViewTask } from "./view-task.ts";

interface ViewListProps {
  readonly list: UseQueryResult<SavedViewList>;
  readonly current: CurrentView;
  /** How far overwriting the current view has come. */
  readonly edit: Sending;
  readonly onOpen: (view: SavedView) => void;
  readonly onTask: (task: ViewTask) => void;
  readonly onOverwrite: (view: SavedView) => void;
}

/** All views that one sees, one's own first; a click opens one. */
export function ViewList({ list, current, edit, onOpen, onTask, onOverwrite }: ViewListProps) {
  const t = useTexts(texts);
  const tell = useFailureText();
  const save = useFirstFocus<HTMLButtonElement>();
  const views = list.data?.views ?? [];
  const group = (title: string, wanted: readonly SavedView[]) =>
    wanted.length === 0 ? null : (
      <ViewGroup
        title={title}
        views={wanted}
        current={current.view}
        onOpen={onOpen}
        onTask={onTask}
      />
    );
  return (
    <>
      {current.view !== undefined && current.isChanged ? (
        <ChangedView
          view={current.view}
          sending={edit}
          onOverwrite={onOverwrite}
          onDiscard={onOpen}
        />
      ) : null}
      <Button
        ref={save}
        data-autofocus
        data-view-item
        size="xs"
        variant="default"
        onClick={() => onTask({ kind: "create" })}
        onKeyDown={pressKey}
      >
        {t.save}
      </Button>
      {list.isPending ? (
        <p role="status" className={styles.about}>
          {t.loading}
        </p>
      ) : null}
      {list.isError ? (
        <div role="alert" className={styles.failure}>
          <p>{t.notLoaded}</p>
          <p>{tell(list.error)}</p>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              // The button goes with the failure; the focus must not go as well.
              save.current?.focus();
              void list.refetch();
            }}
          >
            {t.retry}
          </Button>
        </div>
      ) : null}
      {list.data !== undefined && views.length === 0 ? (
        <p className={styles.about}>{t.none}</p>
      ) : null}
      <div className={styles.groups}>
        {group(
          t.own,
          views.filter(({ is_own }) => is_own),
        )}
        {group(
          t.others,
          views.filter(({ is_own }) => !is_own),
        )}
      </div>
    </>
  );
}

interface ViewGroupProps {
  readonly title: string;
  readonly views: readonly SavedView[];
  readonly current: SavedView | undefined;
  readonly onOpen: (view: SavedView) => void;
  readonly onTask: (task: ViewTask) => void;
}

function ViewGroup({ title, views, current, onOpen, onTask }: ViewGroupProps) {
  const id = useId();
  return (
    <>
      <h2 id={id} className={styles.groupTitle}>
        {title}
      </h2>
      <ul aria-labelledby={id} className={styles.list}>
        {views
          .toSorted((a, b) => a.name.localeCompare(b.name))
          .map((view) => (
            <ViewRow
              key={view.view_id}
              view={view}
              isCurrent={view.view_id === current?.view_id}
              onOpen={onOpen}
              onTask={onTask}
            />
          ))}
      </ul>
    </>
  );
}
