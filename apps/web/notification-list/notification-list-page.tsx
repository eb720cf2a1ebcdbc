import { Button } from "@mantine/core";
import type { Project } from "@trace-console/contracts/console-api";
import type { ListedNotification } from "@trace-console/contracts/notification-list-api";
import { useState } from "react";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { useTexts } from "../language/use-texts.ts";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { NotificationForm } from "./notification-form.tsx";
import { useNotifications } from "./notification-queries.ts";
import { NotificationTable } from "./notification-table.tsx";
import styles from "./notifications.module.css";
import { texts } from "./texts.ts";

/** The key event notifications of one project, or in their place the form for one of them. */
export function NotificationListPage({ project }: { project: Project }) {
  const t = useTexts(texts);
  const projectId = project.project_id;
  const list = useNotifications(projectId);
  const [edited, setEdited] = useState<ListedNotification | "new" | null>(null);
  if (edited !== null) {
    return (
      <NotificationForm
        projectId={projectId}
        notification={edited === "new" ? null : edited}
        onClose={() => setEdited(null)}
      />
    );
  }
  return (
    <>
      <PageHeading title={t.title} />
      {list.isPending ? <Waiting label={t.loading} /> : null}
      {list.isError ? (
        <FailurePanel title={t.loadFailed} error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data === undefined ? null : (
        <div className={styles.card}>
          <p className={styles.about}>{t.about}</p>
          {list.data.may_create ? null : <p className={styles.about}>{t.onlyReading}</p>}
          {list.data.may_create ? (
            <Button size="xs" onClick={() => setEdited("new")}>
              {t.createNotification}
            </Button>
          ) : null}
          {list.data.notifications.length === 0 ? (
            <MessagePanel title={t.none}>
              <p>{t.nobodyTold}</p>
            </MessagePanel>
          ) : (
            <NotificationTable projectId={projectId} list={list.data} onEdit={setEdited} />
          )}
        </div>
      )}
    </>
  );
}
