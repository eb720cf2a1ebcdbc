import { ActionIcon, Modal } from "@mantine/core";
import { deliveriesAtMost } from "@trace-console/contracts/notification-list-api";
import type {
  DeliveryLog,
  ListedNotification,
} from "@trace-console/contracts/notification-list-api";
import { Link, useSearchParams } from "react-router-dom";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { scopeSearch } from "../shell/scope.ts";
import { DataTable } from "../ui/data-table.tsx";
import { RefreshIcon } from "../ui/icons.tsx";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PlainText } from "../ui/plain-text.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { useDeliveries } from "./notification-queries.ts";
import { describeOutcome } from "./notification-words.ts";
import { DialogFrame } from "../ui/dialog-frame.tsx";
import styles from "./notifications.module.css";
import { texts } from "./texts.ts";

type Delivery = DeliveryLog["deliveries"][number];

interface DeliveryLogDialogProps {
  readonly projectId: string;
  /** Whose messages are shown; null while the dialog is closed. */
  readonly notification: ListedNotification | null;
  readonly onClose: () => void;
}

/** What became of the messages of a notification. */
export function DeliveryLogDialog({ projectId, notification, onClose }: DeliveryLogDialogProps) {
  const { log } = useTexts(texts);
  return (
    <DialogFrame opened={notification !== null} onClose={onClose} size={1120}>
      <div className={styles.dialogHeader}>
        <Modal.Title className={styles.dialogTitle}>
          {log.title(notification?.notification_name ?? "")}
        </Modal.Title>
        <Modal.CloseButton aria-label={log.close} size={32} />
      </div>
      <Modal.Body p={0}>
        {notification === null ? null : (
          <Deliveries projectId={projectId} id={notification.notification_id} />
        )}
      </Modal.Body>
    </DialogFrame>
  );
}

function Deliveries({ projectId, id }: { projectId: string; id: string }) {
  const t = useTexts(texts);
  const log = useDeliveries(projectId, id);
  return (
    <div className={styles.log}>
      <div className={styles.logBar}>
        <p>{t.log.about(deliveriesAtMost)}</p>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t.log.refresh}
          title={t.log.refresh}
          onClick={() => void log.refetch()}
        >
          <RefreshIcon />
        </ActionIcon>
      </div>
      {log.isPending ? <Waiting label={t.loading} /> : null}
      {log.isError ? (
        <FailurePanel
          title={t.log.loadFailed}
          error={log.error}
          onRetry={() => void log.refetch()}
        />
      ) : null}
      {log.data === undefined ? null : <DeliveryTable deliveries={log.data.deliveries} />}
    </div>
  );
}

function DeliveryTable({ deliveries }: { deliveries: readonly Delivery[] }) {
  const t = useTexts(texts);
  const formatTime = useFormatTime();
  const [params] = useSearchParams();
  if (deliveries.length === 0) {
    return (
      <MessagePanel title={t.log.none}>
        <p>{t.log.oneForEach}</p>
      </MessagePanel>
    );
  }
  const { log } = t;
  return (
    <DataTable
      label={log.deliveries}
      columns={[
        log.traceId,
        log.traceName,
        log.created,
        log.attempts,
        log.nextAttempt,
        log.outcome,
      ]}
    >
      {deliveries.map((one) => (
        <tr key={one.trace_id}>
          <th scope="row" className={styles.identifier}>
            <Link to={traceListPath(params, one)}>
              <PlainText text={one.trace_id} />
            </Link>
          </th>
          <td className={styles.identifier}>
            <PlainText text={one.trace_name} />
          </td>
          <td>{formatTime(one.created)}</td>
          <td>{one.attempts}</td>
          <td>{one.due === null ? "-" : formatTime(one.due)}</td>
          <td className={styles.identifier}>
            <PlainText text={describeOutcome(one, t)} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

/** The Trace List of the same project with this one trace. */
function traceListPath(params: URLSearchParams, { trace_id, trace_kind }: Delivery): string {
  const search = new URLSearchParams(scopeSearch(params));
  search.set("range", "1w");
  if (trace_kind !== "system") search.set("trace_type", trace_kind);
  search.set("text", trace_id);
  return `/trace-list?${search}`;
}
