import { Button } from "@mantine/core";
import { FailureLine } from "../api-client/failure-line.tsx";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { DataTable } from "../ui/data-table.tsx";
import { PlainText } from "../ui/plain-text.tsx";
import { useEndSession, useSessions } from "./account-queries.ts";
import { texts } from "./texts.ts";

/** Where one is signed in; sessions that one does not know can be ended. */
export function SessionSection() {
  const t = useTexts(texts).sessions;
  const formatTime = useFormatTime();
  const sessions = useSessions();
  const end = useEndSession();
  return (
    <section>
      <h2>{t.title}</h2>
      {sessions.isError ? (
        <FailurePanel
          title={t.notLoaded}
          error={sessions.error}
          onRetry={() => void sessions.refetch()}
        />
      ) : null}
      <FailureLine error={end.error} />
      {sessions.data === undefined ? null : (
        <DataTable
          label={t.title}
          columns={[t.address, t.browser, t.signedIn, t.lastSeen, t.operation]}
        >
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
                  t.own
                ) : (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    loading={end.isPending}
                    onClick={() => end.mutate(one.session_id)}
                  >
                    {t.end}
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
