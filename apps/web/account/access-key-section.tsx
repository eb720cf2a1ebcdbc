import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { FailureLine } from "../api-client/failure-line.tsx";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { useTexts } from "../language/use-texts.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { AccessKeyTable } from "./access-key-table.tsx";
import type { ShownKey } from "./access-key-table.tsx";
import { useAccessKeys, useKeyChange } from "./account-queries.ts";
import styles from "./account.module.css";
import { texts } from "./texts.ts";

/** The keys with which one's programs sign their requests. */
export function AccessKeySection() {
  const t = useTexts(texts).keys;
  const keys = useAccessKeys();
  const change = useKeyChange();
  const [description, setDescription] = useState("");
  const [doomed, setDoomed] = useState<ShownKey | null>(null);
  return (
    <section>
      <h2>{t.title}</h2>
      <p>{t.about}</p>
      {keys.isError ? (
        <FailurePanel title={t.notLoaded} error={keys.error} onRetry={() => void keys.refetch()} />
      ) : null}
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ kind: "add", description }, { onSuccess: () => setDescription("") });
        }}
      >
        <TextInput
          label={t.description}
          size="xs"
          maxLength={200}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" loading={change.isPending}>
          {t.create}
        </Button>
      </form>
      <FailureLine error={change.error} />
      {change.data ? (
        <div role="status" className={styles.made}>
          <p>{t.copyNow}</p>
          <dl>
            <dt>{t.madeId}</dt>
            <dd>
              <code>{change.data.access_key_id}</code>
            </dd>
            <dt>{t.madeSecret}</dt>
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
        title={t.deleteQuestion}
        action={t.delete}
        onConfirm={() => {
          if (doomed !== null) change.mutate({ kind: "delete", id: doomed.access_key_id });
          setDoomed(null);
        }}
        onClose={() => setDoomed(null)}
      >
        {doomed === null ? null : t.deleteEffect(doomed.access_key_id)}
      </ConfirmDialog>
    </section>
  );
}
