import { Popover, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { ChevronIcon } from "../ui/icons.tsx";
import { PlainText } from "../ui/plain-text.tsx";
import { useAskAgain } from "./saved-view-queries.ts";
import styles from "./saved-views.module.css";
import { texts } from "./texts.ts";
import { useCurrentView } from "./use-current-view.ts";
import { ViewPanel } from "./view-panel.tsx";
import type { ViewTask } from "./view-task.ts";

/**
 * The button "Saved views", which names the view that the list was opened from, and whether it
 * still shows that; it opens the panel in which views are opened, saved and changed.
 */
export function SavedViews({ projectId }: { projectId: string }) {
  const t = useTexts(texts);
  const [task, setTask] = useState<ViewTask | null>(null);
  const { list, current, open, adopt, leave } = useCurrentView(projectId, task !== null);
  const askAgain = useAskAgain(projectId);
  if (current === null) return null;
  const { view, isChanged } = current;
  const close = () => setTask(null);
  return (
    <div className={styles.place}>
      <Popover
        opened={task !== null}
        onChange={(opened) => {
          if (!opened) close();
        }}
        // A click that misses the form must not throw away what was typed.
        closeOnClickOutside={task?.kind === "list"}
        position="bottom-end"
        width={360}
        trapFocus
        returnFocus
        shadow="md"
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <UnstyledButton
            className={styles.opener}
            onClick={() => {
              if (task !== null) return close();
              askAgain();
              return setTask({ kind: "list" });
            }}
          >
            {view === undefined ? (
              <span className={styles.name}>{t.title}</span>
            ) : (
              <>
                <span className="visually-hidden">{`${t.title}${t.colon}`}</span>
                <span className={styles.name}>
                  <PlainText text={view.name} />
                </span>
              </>
            )}
            {isChanged ? <span className={styles.changed}>{t.changed}</span> : null}
            <ChevronIcon />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={12}>
          {task === null ? null : (
            <ViewPanel
              projectId={projectId}
              list={list}
              current={current}
              task={task}
              onTask={setTask}
              onOpen={(wanted) => {
                open(wanted);
                close();
              }}
              onCreated={(made) => {
                adopt(made);
                close();
              }}
              onDeleted={leave}
            />
          )}
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
