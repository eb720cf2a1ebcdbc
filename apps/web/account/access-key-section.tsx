import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { AccessKeyTable } from "./access-key-table.tsx";
import type { ShownKey } from "./access-key-table.tsx";
import { useAccessKeys, useKeyChange } from "./account-queries.ts";
import styles from "./account.module.css";

/** The keys with which one's programs sign their requests. */
export function AccessKeySection() {
  const keys = useAccessKeys();
  const change = useKeyChange();
  const [description, setDescription] = useState("");
  const [doomed, setDoomed] = useState<ShownKey | null>(null);
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
        <AccessKeyTable
          keys={keys.data.access_keys}
          onToggle={({ access_key_id, is_disabled }) =>
            change.mutate({ kind: is_disabled ? "enable" : "disable", id: access_key_id })
          }
          onDelete={setDoomed}
        />
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
