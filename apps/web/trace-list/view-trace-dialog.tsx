import { Button, Modal } from "@mantine/core";
import type { Trace } from "@trace-console/contracts/trace";
import { type ReactNode, useMemo, useState } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { JsonViewer } from "../json-viewer/json-viewer.tsx";
import { scopeSearch } from "../shell/scope.ts";
import { formatTraceForFile, traceFileName, traceForDialog } from "./trace-json.ts";
import { DialogFrame } from "../ui/dialog-frame.tsx";
import styles from "./view-trace-dialog.module.css";
import { texts } from "./view-trace-texts.ts";

function download(trace: Trace): void {
  const url = URL.createObjectURL(
    new Blob([formatTraceForFile(trace)], { type: "application/json" }),
  );
  const link = document.createElement("a");
  link.href = url;
  link.download = traceFileName(trace);
  link.click();
  URL.revokeObjectURL(url);
}

/** What came of copying. */
type Outcome = "copied" | "valueCopied" | "pathCopied" | "notCopied";

interface TraceTextProps {
  readonly trace: Trace;
  readonly initialSearch: string;
  readonly extra: ReactNode;
}

function TraceText({ trace, initialSearch, extra }: TraceTextProps) {
  const [params] = useSearchParams();
  const t = useTexts(texts);
  const formatTime = useFormatTime();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const shown = useMemo(() => traceForDialog(trace, formatTime), [trace, formatTime]);
  const copy = async (text: string, done: Outcome) => {
    // The same once more is told once more.
    setOutcome(null);
    try {
      await navigator.clipboard.writeText(text);
      setOutcome(done);
    } catch {
      setOutcome("notCopied");
    }
  };
  return (
    <>
      <JsonViewer
        label={t.json}
        value={shown}
        initialSearch={initialSearch}
        onCopy={(text, what) => void copy(text, what === "value" ? "valueCopied" : "pathCopied")}
      />
      <div className={styles.actions}>
        <Link to={`/trace-structure${scopeSearch(params)}`}>{t.structure}</Link>
        {extra}
        <span role="status" className={styles.copied}>
          {outcome === null ? "" : t[outcome]}
        </span>
        <Button
          size="xs"
          variant="default"
          onClick={() => void copy(formatTraceForFile(trace), "copied")}
        >
          {t.copy}
        </Button>
        <Button size="xs" variant="default" onClick={() => download(trace)}>
          {t.download}
        </Button>
      </div>
    </>
  );
}

interface ViewTraceDialogProps {
  /** The trace to show; null while the dialog is closed. */
  readonly trace: Trace | null;
  /** The text that led to the trace: the search within it begins with that. */
  readonly initialSearch?: string | undefined;
  /** Stands there while there is no trace to show: it is on its way, or not here. */
  readonly instead?: ReactNode;
  /** Further actions. */
  readonly extra?: ReactNode;
  readonly onClose: () => void;
}

/** The dialog "View Trace": the whole trace as JSON, to read, search, copy and download. */
export function ViewTraceDialog(props: ViewTraceDialogProps) {
  const { trace, initialSearch = "", instead, extra, onClose } = props;
  const t = useTexts(texts);
  return (
    <DialogFrame
      opened={trace !== null || instead !== undefined}
      onClose={onClose}
      size={900}
      // The row's link takes the focus back (trace-link/use-trace-link.ts), not what had the focus
      // when the dialog was made.
      returnFocus={false}
    >
      <div className={styles.header}>
        <Modal.Title className={styles.title}>{t.title}</Modal.Title>
        <Modal.CloseButton aria-label={t.close} size={32} />
      </div>
      <Modal.Body p={0}>
        {trace === null ? (
          instead
        ) : (
          <TraceText
            key={trace.trace_id}
            trace={trace}
            initialSearch={initialSearch}
            extra={extra}
          />
        )}
      </Modal.Body>
    </DialogFrame>
  );
}
