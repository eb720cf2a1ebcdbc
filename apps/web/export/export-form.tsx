import { Radio } from "@mantine/core";
import type { NewExport } from "@trace-console/contracts/export-api";
import { exportColumns } from "@trace-console/contracts/trace-columns";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { useState } from "react";
import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { useColumns } from "../table-settings/use-columns.ts";
import { useZone } from "../time-zone/use-zone.ts";
import { DialogForm, type Sending } from "../ui/form-dialog.tsx";
import { formatOffset, localZone } from "../ui/format-time.ts";
import styles from "./export.module.css";
import { texts } from "./texts.ts";

/** As the form lists them. */
const formats = ["csv", "xlsx", "ndjson"] as const;
const choices = ["table", "all"] as const;

interface ExportFormProps {
  readonly query: TraceQuery;
  readonly sending: Sending;
  readonly onExport: (wanted: NewExport) => void;
  readonly onCancel: () => void;
}

/** How the file of an export shall be. */
export function ExportForm({ query, sending, onExport, onCancel }: ExportFormProps) {
  const t = useTexts(texts);
  const formatTime = useFormatTime();
  const zone = useZone();
  const shown = useColumns().map(({ id }) => id);
  const [format, setFormat] = useState<(typeof formats)[number]>("csv");
  const [choice, setChoice] = useState<(typeof choices)[number]>("table");
  const time_zone =
    zone === localZone ? new Intl.DateTimeFormat().resolvedOptions().timeZone : zone;
  const columns = choice === "table" ? shown : [...exportColumns];
  const isWire = format === "ndjson";
  const group = { root: styles.group, label: styles.legend };
  return (
    <DialogForm
      action={t.action}
      sending={sending}
      onSubmit={() => onExport(isWire ? { format } : { format, columns, time_zone })}
      onCancel={onCancel}
    >
      <p>{t.about(formatTime(query.from), formatTime(query.to))}</p>
      <Radio.Group
        classNames={group}
        label={t.format}
        size="xs"
        value={format}
        onChange={(value) => {
          const chosen = formats.find((one) => one === value);
          if (chosen !== undefined) setFormat(chosen);
        }}
      >
        {formats.map((one) => (
          <Radio
            key={one}
            size="xs"
            variant="outline"
            value={one}
            label={t.formats[one]}
            classNames={{ description: styles.use }}
            description={t.formatUses[one]}
          />
        ))}
      </Radio.Group>
      <Radio.Group
        classNames={group}
        label={t.columns}
        size="xs"
        value={isWire ? "all" : choice}
        onChange={(value) => {
          setChoice(value === "all" ? "all" : "table");
        }}
      >
        {choices.map((one) => (
          <Radio
            key={one}
            size="xs"
            variant="outline"
            value={one}
            disabled={isWire}
            label={one === "table" ? t.asInTable(shown.length) : t.allFields(exportColumns.length)}
          />
        ))}
      </Radio.Group>
      <p>
        {isWire ? t.timesOfWire : t.times(`${time_zone} (${formatOffset(query.to, time_zone)})`)}
      </p>
    </DialogForm>
  );
}
