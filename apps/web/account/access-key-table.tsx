import { Button } from "@mantine/core";
import type { AccessKeyList } from "@trace-console/contracts/administration-api";
import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { DataTable } from "../ui/data-table.tsx";
import { PlainText } from "../ui/plain-text.tsx";
import { texts } from "./texts.ts";

/** An access key as it is listed: without its secret. */
export type ShownKey = AccessKeyList["access_keys"][number];

interface AccessKeyTableProps {
  readonly keys: readonly ShownKey[];
  /** Disables a key, or enables it. */
  readonly onToggle: (key: ShownKey) => void;
  readonly onDelete: (key: ShownKey) => void;
}

/** The access keys of somebody. */
export function AccessKeyTable({ keys, onToggle, onDelete }: AccessKeyTableProps) {
  const t = useTexts(texts).keys;
  const formatTime = useFormatTime();
  return (
    <DataTable label={t.table} columns={[t.id, t.description, t.created, t.status, t.operation]}>
      {keys.map((key) => (
        <tr key={key.access_key_id}>
          <th scope="row">{key.access_key_id}</th>
          <td>
            <PlainText text={key.description} />
          </td>
          <td>{formatTime(key.created)}</td>
          <td>{key.is_disabled ? t.disabled : t.enabled}</td>
          <td>
            <Button size="compact-xs" variant="subtle" onClick={() => onToggle(key)}>
              {key.is_disabled ? t.enable : t.disable}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={() => onDelete(key)}>
              {t.delete}
            </Button>
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
