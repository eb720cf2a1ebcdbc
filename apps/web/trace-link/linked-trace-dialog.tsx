import type { Trace } from "@trace-console/contracts/trace";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { useTexts } from "../language/use-texts.ts";
import { ViewTraceDialog } from "../trace-list/view-trace-dialog.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { CopyLink } from "./copy-link.tsx";
import { isMissing, useLinkedTrace } from "./linked-trace-api.ts";
import { MissingTrace } from "./missing-trace.tsx";
import { texts } from "./texts.ts";
import { ExpiryNow } from "./trace-expiry.tsx";

interface LinkedTraceDialogProps {
  readonly projectId: string;
  /** The id of the trace that the address opens; null while the dialog is closed. */
  readonly traceId: string | null;
  /** That trace, when it is loaded already. */
  readonly loaded: Trace | undefined;
  /** The text that is searched for. */
  readonly text: string | undefined;
  /** Where the time range of the page begins, ms since 1970. */
  readonly from: number;
  readonly retentionDays: number;
  readonly onClose: () => void;
}

/** The dialog "View Trace" for the trace that the address opens, also when the list lacks it. */
export function LinkedTraceDialog(props: LinkedTraceDialogProps) {
  const { projectId, traceId, loaded, text, from, retentionDays, onClose } = props;
  const t = useTexts(texts);
  const { data: trace, error, refetch } = useLinkedTrace(projectId, traceId, loaded);

  const instead = () => {
    if (traceId === null || trace !== undefined) return undefined;
    if (error === null) return <Waiting label={t.loading} />;
    if (!isMissing(error)) {
      return <FailurePanel title={t.notLoaded} error={error} onRetry={() => void refetch()} />;
    }
    return (
      <MissingTrace traceId={traceId} from={from} retentionDays={retentionDays} onBack={onClose} />
    );
  };
  return (
    <ViewTraceDialog
      trace={trace ?? null}
      initialSearch={text}
      instead={instead()}
      extra={
        trace === undefined ? null : (
          <>
            <CopyLink projectId={projectId} traceId={trace.trace_id} />
            <ExpiryNow time={trace.time} />
          </>
        )
      }
      onClose={onClose}
    />
  );
}
