import { Button } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { SavedView, SavedViewList, ViewHead } from "@trace-console/contracts/saved-view-api";
import { type ReactNode, useId } from "react";
import { useFailureText } from "../api-client/use-failure-text.ts";
import { useTexts } from "../language/use-texts.ts";
import { ChangedView } from "./changed-view.tsx";
import styles from "./saved-views.module.css";
import { texts } from "./texts.ts";
import { UnusableRow } from "./unusable-row.tsx";
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
  const { views, unusable } = list.data ?? { views: [], unusable: [] };
  const rowOf = (view: SavedView) => (
    <ViewRow
      key={view.view_id}
      view={view}
      isCurrent={view.view_id === current.view?.view_id}
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
      {list.data !== undefined && views.length + unusable.length === 0 ? (
        <p className={styles.about}>{t.none}</p>
      ) : null}
      <div className={styles.groups}>
        <ViewGroup title={t.own}>
          {byName(views.filter(({ is_own }) => is_own)).map(rowOf)}
        </ViewGroup>
        <ViewGroup title={t.others}>
          {byName(views.filter(({ is_own }) => !is_own)).map(rowOf)}
        </ViewGroup>
        <ViewGroup title={t.unusable}>
          {byName(unusable).map((view) => (
            <UnusableRow key={view.view_id} view={view} onTask={onTask} />
          ))}
        </ViewGroup>
      </div>
    </>
  );
}

function byName<View extends ViewHead>(views: readonly View[]): View[] {
  return views.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Views under a title; nothing where there are none. */
function ViewGroup({ title, children }: { title: string; children: readonly ReactNode[] }) {
  const id = useId();
  if (children.length === 0) return null;
  return (
    <>
      <h2 id={id} className={styles.groupTitle}>
        {title}
      </h2>
      <ul aria-labelledby={id} className={styles.list}>
        {children}
      </ul>
    </>
  );
}
