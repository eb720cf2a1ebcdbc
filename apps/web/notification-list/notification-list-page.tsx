import { Button } from "@mantine/core";
import type { Project } from "@trace-console/contracts/console-api";
import type { ListedNotification } from "@trace-console/contracts/notification-list-api";
import { useState } from "react";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { NotificationForm } from "./notification-form.tsx";
import { useNotifications } from "./notification-queries.ts";
import { NotificationTable } from "./notification-table.tsx";
import styles from "./notifications.module.css";

const aboutTheList =
  "A key event notification tells of operations as they are recorded: it sends a message to a topic or calls a function. Where messages to a topic go is set by whoever runs this console (NOTIFICATION_ENDPOINTS).";

/** The key event notifications of one project, or in their place the form for one of them. */
export function NotificationListPage({ project }: { project: Project }) {
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
      <PageHeading title="Key Event Notifications" />
      {list.isPending ? <Waiting label="Loading…" /> : null}
      {list.isError ? (
        <FailurePanel
          title="The notifications could not be loaded"
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      {list.data === undefined ? null : (
        <div className={styles.card}>
          <p className={styles.about}>{aboutTheList}</p>
          {list.data.may_create ? (
            <Button size="xs" onClick={() => setEdited("new")}>
              Create Notification
            </Button>
          ) : null}
          {list.data.notifications.length === 0 ? (
            <MessagePanel title="No key event notifications yet">
              <p>Nobody is told of what happens in this project.</p>
            </MessagePanel>
          ) : (
            <NotificationTable projectId={projectId} list={list.data} onEdit={setEdited} />
          )}
        </div>
      )}
    </>
  );
}
