import { Button } from "@mantine/core";
import { AccessKeyTable } from "../account/access-key-table.tsx";
import { FailureLine } from "../api-client/failure-line.tsx";
import { useTexts } from "../language/use-texts.ts";
import { useUserKeyChange, useUserKeys } from "./administration-queries.ts";
import { texts } from "./texts.ts";

/** The access keys of a user, to be disabled or deleted; only their owner makes them. */
export function UserKeys({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTexts(texts).keys;
  const keys = useUserKeys(name);
  const change = useUserKeyChange(name);
  return (
    <>
      <p>{t.about(name)}</p>
      <FailureLine error={keys.error ?? change.error} />
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
