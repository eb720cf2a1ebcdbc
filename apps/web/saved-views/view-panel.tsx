import type { UseQueryResult } from "@tanstack/react-query";
import type {
  NewSavedView,
  SavedView,
  SavedViewList,
  ViewHead,
} from "@trace-console/contracts/saved-view-api";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { DeleteQuestion } from "./delete-question.tsx";
import { useViewEdit } from "./saved-view-queries.ts";
import styles from "./saved-views.module.css";
import { texts } from "./texts.ts";
import type { CurrentView } from "./use-current-view.ts";
import { ViewForm } from "./view-form.tsx";
import { ViewList } from "./view-list.tsx";
import type { ViewTask } from "./view-task.ts";

interface ViewPanelProps {
  readonly projectId: string;
  readonly list: UseQueryResult<SavedViewList>;
  readonly current: CurrentView;
  readonly task: ViewTask;
  readonly onTask: (task: ViewTask) => void;
  readonly onOpen: (view: SavedView) => void;
  readonly onCreated: (view: SavedView) => void;
  readonly onDeleted: (view: ViewHead) => void;
}

/** The list of the views, or in its place the form for one of them or the question before it goes. */
export function ViewPanel(props: ViewPanelProps) {
  const { projectId, list, current, task, onTask, onOpen, onCreated, onDeleted } = props;
  const { said } = useTexts(texts);
  const edit = useViewEdit(projectId);
  const [message, setMessage] = useState("");
  const change = (next: ViewTask) => {
    edit.reset();
    setMessage("");
    onTask(next);
  };
  const backWith = (told: string) => {
    onTask({ kind: "list" });
    setMessage(told);
  };
  const replace = ({ view_id }: SavedView, view: NewSavedView) =>
    edit.mutate(
      { kind: "replace", id: view_id, view },
      { onSuccess: () => backWith(said.saved(view.name)) },
    );

  return (
    <div className={styles.panel}>
      <p role="status" className={styles.message}>
        {message}
      </p>
      {task.kind === "list" ? (
        <ViewList
          // What had the focus went with what was done: the list begins anew, and has it.
          key={message}
          list={list}
          current={current}
          edit={edit}
          onOpen={onOpen}
          onTask={change}
          onOverwrite={(view) =>
            replace(view, { name: view.name, is_shared: view.is_shared, state: current.shown })
          }
        />
      ) : null}
      {task.kind === "create" ? (
        <ViewForm
          view={null}
          state={current.shown}
          sending={edit}
          onCancel={() => change({ kind: "list" })}
          onSubmit={(view) =>
            edit.mutate(
              { kind: "create", view },
              {
                onSuccess: (made) => {
                  if (made !== null) onCreated(made);
                },
              },
            )
          }
        />
      ) : null}
      {task.kind === "edit" ? (
        <ViewForm
          view={task.view}
          state={task.view.state}
          sending={edit}
          onCancel={() => change({ kind: "list" })}
          onSubmit={(view) => replace(task.view, view)}
        />
      ) : null}
      {task.kind === "delete" ? (
        <DeleteQuestion
          view={task.view}
          sending={edit}
          onCancel={() => change({ kind: "list" })}
          onConfirm={() =>
            edit.mutate(
              { kind: "delete", id: task.view.view_id },
              {
                onSuccess: () => {
                  onDeleted(task.view);
                  backWith(said.deleted(task.view.name));
                },
              },
            )
          }
        />
      ) : null}
    </div>
  );
}
