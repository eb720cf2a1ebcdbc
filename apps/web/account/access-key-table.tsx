import { Button } from "@mantine/core";
import type { AccessKeyList } from "@trace-console/contracts/administration-api";
import { DataTable } from "../ui/data-table.tsx";
import { formatTime } from "../ui/format-time.ts";
import { PlainText } from "../ui/plain-text.tsx";

/** An access key as it is listed: without its secret. */
export type ShownKey = AccessKeyList["access_keys"][number];

const columns = ["Access Key ID", "Description", "Created", "Status", "Operation"];

interface AccessKeyTableProps {
  readonly keys: readonly ShownKey[];
  /** Disables a key, or enables it. */
  readonly onToggle: (key: ShownKey) => void;
  readonly onDelete: (key: ShownKey) => void;
}

/** The access keys of somebody. */
export function AccessKeyTable({ keys, onToggle, onDelete }: AccessKeyTableProps) {
  return (
    <DataTable label="Access keys" columns={columns}>
      {keys.map((key) => (
        <tr key={key.access_key_id}>
          <th scope="row">{key.access_key_id}</th>
          <td>
            <PlainText text={key.description} />
          </td>
          <td>{formatTime(key.created)}</td>
          <td>{key.is_disabled ? "Disabled" : "Enabled"}</td>
          <td>
            <Button size="compact-xs" variant="subtle" onClick={() => onToggle(key)}>
              {key.is_disabled ? "Enable" : "Disable"}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={() => onDelete(key)}>
              Delete
            </Button>
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
