import { Button } from "@mantine/core";
import { AccessKeyTable } from "../account/access-key-table.tsx";
import { useTexts } from "../language/use-texts.ts";
import { useUserKeyChange, useUserKeys } from "./administration-queries.ts";
import styles from "./administration.module.css";
import { texts } from "./texts.ts";

/** The access keys of a user, to be disabled or deleted; only their owner makes them. */
export function UserKeys({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTexts(texts).keys;
  const keys = useUserKeys(name);
  const change = useUserKeyChange(name);
  const problem = keys.error ?? change.error;
  return (
    <>
      <p>{t.about(name)}</p>
      {problem === null ? null : (
        <p role="alert" className={styles.failure}>
          {problem.message}
        </p>
      )}
      {keys.data?.access_keys.length === 0 ? <p>{t.none}</p> : null}
      {keys.data === undefined || keys.data.access_keys.length === 0 ? null : (
        <AccessKeyTable
          keys={keys.data.access_keys}
          onToggle={({ access_key_id, is_disabled }) =>
            change.mutate({ kind: is_disabled ? "enable" : "disable", id: access_key_id })
          }
          onDelete={({ access_key_id }) => change.mutate({ kind: "delete", id: access_key_id })}
        />
      )}
      <Button size="xs" variant="default" onClick={onClose}>
        {t.close}
      </Button>
    </>
  );
}
