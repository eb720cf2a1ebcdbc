import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { useFailureText } from "../api-client/use-failure-text.ts";
import { useTexts } from "../language/use-texts.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { ExportForm } from "./export-form.tsx";
import { ExportProgressPanel } from "./export-progress-panel.tsx";
import { texts } from "./texts.ts";
import type { useExport } from "./use-export.ts";

interface ExportDialogProps {
  readonly opened: boolean;
  readonly query: TraceQuery;
  readonly exporting: ReturnType<typeof useExport>;
  readonly onClose: () => void;
}

/** The dialog of the export: how it shall be, then how far it is, then what its file is. */
export function ExportDialog({ opened, query, exporting, onClose }: ExportDialogProps) {
  const t = useTexts(texts);
  const tell = useFailureText();
  const { current, isMaking, refusal, error } = exporting;
  return (
    <FormDialog opened={opened} title={t.title} onClose={onClose}>
      {current === undefined ? (
        <ExportForm
          query={query}
          sending={{ isPending: isMaking, refusal: refusal && tell(refusal) }}
          onExport={exporting.start}
          onCancel={onClose}
        />
      ) : (
        <ExportProgressPanel
          current={current}
          error={error}
          onCancel={exporting.cancel}
          onAnother={exporting.forget}
          onClose={onClose}
        />
      )}
    </FormDialog>
  );
}
