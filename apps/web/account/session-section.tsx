import { Button } from "@mantine/core";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { formatTime } from "../ui/format-time.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { useEndSession, useSessions } from "./account-queries.ts";
import styles from "./account.module.css";

const columns = ["Address", "Browser", "Signed In", "Last Seen", "Operation"];

/** Where one is signed in; sessions that one does not know can be ended. */
export function SessionSection() {
  const sessions = useSessions();
  const end = useEndSession();
  return (
    <section>
      <h2>Sessions</h2>
      {sessions.isError ? (
        <FailurePanel
          title="The sessions could not be loaded"
          error={sessions.error}
          onRetry={() => void sessions.refetch()}
        />
      ) : null}
      {end.isError ? (
        <p role="alert" className={styles.failure}>
          {end.error.message}
        </p>
      ) : null}
      {sessions.data === undefined ? null : (
        <DataTable label="Sessions" columns={columns}>
          {sessions.data.sessions.map((one) => (
            <tr key={one.session_id}>
              <th scope="row">{one.address}</th>
              <td>
                <PlainText text={one.user_agent} />
              </td>
              <td>{formatTime(one.created)}</td>
              <td>{formatTime(one.last_seen)}</td>
              <td>
                {one.is_own ? (
                  "This session"
                ) : (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    loading={end.isPending}
                    onClick={() => end.mutate(one.session_id)}
                  >
                    End
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}
