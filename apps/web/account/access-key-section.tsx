import { Button, TextInput } from "@mantine/core";
import type { AccessKeyList } from "@trace-console/contracts/administration-api";
import { useState } from "react";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { formatTime } from "../ui/format-time.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { useAccessKeys, useKeyChange } from "./account-queries.ts";
import styles from "./account.module.css";

type Key = AccessKeyList["access_keys"][number];

const columns = ["Access Key ID", "Description", "Created", "Status", "Operation"];

/** The keys with which one's programs sign their requests. */
export function AccessKeySection() {
  const keys = useAccessKeys();
  const change = useKeyChange();
  const [description, setDescription] = useState("");
  const [doomed, setDoomed] = useState<Key | null>(null);
  return (
    <section>
      <h2>Access Keys</h2>
      <p>Programs sign their requests to the CTS API with an access key, and act as you.</p>
      {keys.isError ? (
        <FailurePanel
          title="The access keys could not be loaded"
          error={keys.error}
          onRetry={() => void keys.refetch()}
        />
      ) : null}
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ kind: "add", description }, { onSuccess: () => setDescription("") });
        }}
      >
        <TextInput
          label="Description"
          size="xs"
          maxLength={200}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" loading={change.isPending}>
          Create Access Key
        </Button>
      </form>
      {change.isError ? (
        <p role="alert" className={styles.failure}>
          {change.error.message}
        </p>
      ) : null}
      {change.data ? (
        <div role="status" className={styles.made}>
          <p>Copy the secret now: it is not shown again.</p>
          <dl>
            <dt>Access key ID</dt>
            <dd>
              <code>{change.data.access_key_id}</code>
            </dd>
            <dt>Secret access key</dt>
            <dd>
              <code>{change.data.secret_access_key}</code>
            </dd>
          </dl>
        </div>
      ) : null}
      {keys.data === undefined || keys.data.access_keys.length === 0 ? null : (
        <DataTable label="Access keys" columns={columns}>
          {keys.data.access_keys.map((key) => (
            <tr key={key.access_key_id}>
              <th scope="row">{key.access_key_id}</th>
              <td>
                <PlainText text={key.description} />
              </td>
              <td>{formatTime(key.created)}</td>
              <td>{key.is_disabled ? "Disabled" : "Enabled"}</td>
              <td>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() =>
                    change.mutate({
                      kind: key.is_disabled ? "enable" : "disable",
                      id: key.access_key_id,
                    })
                  }
                >
                  {key.is_disabled ? "Enable" : "Disable"}
                </Button>
                <Button size="compact-xs" variant="subtle" onClick={() => setDoomed(key)}>
                  Delete
                </Button>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      <ConfirmDialog
        opened={doomed !== null}
        title="Delete the access key?"
        action="Delete"
        onConfirm={() => {
          if (doomed !== null) change.mutate({ kind: "delete", id: doomed.access_key_id });
          setDoomed(null);
        }}
        onClose={() => setDoomed(null)}
      >
        Programs that sign with {doomed?.access_key_id} are refused from then on. To try that first,
        disable it.
      </ConfirmDialog>
    </section>
  );
}
