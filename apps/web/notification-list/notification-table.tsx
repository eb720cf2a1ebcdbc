import { Button } from "@mantine/core";
import type {
  ListedNotification,
  NotificationList,
} from "@trace-console/contracts/notification-list-api";
import { useState } from "react";
import { FailureLine } from "../api-client/failure-line.tsx";
import { useTexts } from "../language/use-texts.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { PlainText } from "../ui/plain-text.tsx";
import { DeliveryLogDialog } from "./delivery-log-dialog.tsx";
import { useNotificationEdit } from "./notification-queries.ts";
import { describeOperations, describeOperators } from "./notification-words.ts";
import styles from "./notifications.module.css";
import { texts } from "./texts.ts";

interface NotificationTableProps {
  readonly projectId: string;
  readonly list: NotificationList;
  readonly onEdit: (notification: ListedNotification) => void;
}

/** The notifications of a project, and what may be done with each. */
export function NotificationTable({ projectId, list, onEdit }: NotificationTableProps) {
  const t = useTexts(texts);
  const edit = useNotificationEdit(projectId);
  const [doomed, setDoomed] = useState<ListedNotification | null>(null);
  const [logged, setLogged] = useState<ListedNotification | null>(null);
  return (
    <>
      <FailureLine error={edit.error} />
      <DataTable
        label={t.notifications}
        columns={[t.name, t.tellsOf, t.operators, t.topic, t.status, t.operation]}
      >
        {list.notifications.map((one) => {
          const name = one.notification_name;
          const isEnabled = one.status === "enabled";
          return (
            <tr key={one.notification_id}>
              <th scope="row">{name}</th>
              <td>
                {describeOperations(one, t).map((line) => (
                  <div key={line}>
                    <PlainText text={line} />
                  </div>
                ))}
              </td>
              <td>
                <PlainText text={describeOperators(one, t)} />
              </td>
              <td className={styles.identifier}>{one.topic_id || "-"}</td>
              <td>{t.statuses[one.status]}</td>
              <td>
                <div className={styles.actions}>
                  <RowButton action={t.deliveryLog} row={name} onClick={() => setLogged(one)} />
                  {list.may_update ? (
                    <>
                      <RowButton
                        action={isEnabled ? t.disable : t.enable}
                        row={name}
                        onClick={() =>
                          edit.mutate({
                            kind: "update",
                            settings: { ...one, status: isEnabled ? "disabled" : "enabled" },
                          })
                        }
                      />
                      <RowButton action={t.edit} row={name} onClick={() => onEdit(one)} />
                    </>
                  ) : null}
                  {list.may_delete ? (
                    <RowButton action={t.delete} row={name} onClick={() => setDoomed(one)} />
                  ) : null}
                </div>
              </td>
            </tr>
          );
        })}
      </DataTable>
      <DeliveryLogDialog
        projectId={projectId}
        notification={logged}
        onClose={() => setLogged(null)}
      />
      <ConfirmDialog
        opened={doomed !== null}
        title={t.deleteQuestion(doomed?.notification_name ?? "")}
        action={t.delete}
        onConfirm={() => {
          if (doomed !== null) edit.mutate({ kind: "delete", id: doomed.notification_id });
          setDoomed(null);
        }}
        onClose={() => setDoomed(null)}
      >
        {t.deleting}
      </ConfirmDialog>
    </>
  );
}

interface RowButtonProps {
  readonly action: string;
  /** Which row it is about, for those who do not see the row. */
  readonly row: string;
  readonly onClick: () => void;
}

function RowButton({ action, row, onClick }: RowButtonProps) {
  return (
    <Button size="compact-xs" variant="subtle" onClick={onClick}>
      {action} <span className="visually-hidden">{row}</span>
    </Button>
  );
}
