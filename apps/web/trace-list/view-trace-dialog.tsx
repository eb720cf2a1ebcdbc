import { Button, Modal } from "@mantine/core";
import type { Trace } from "@trace-console/contracts/trace";
import { useMemo, useState } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { scopeSearch } from "../shell/scope.ts";
import { formatTraceForDialog, formatTraceForFile, traceFileName } from "./trace-json.ts";
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

function TraceText({ trace }: { trace: Trace }) {
  const [params] = useSearchParams();
  const t = useTexts(texts);
  const formatTime = useFormatTime();
  const [outcome, setOutcome] = useState<"copied" | "notCopied" | null>(null);
  const text = useMemo(() => formatTraceForDialog(trace, formatTime), [trace, formatTime]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(formatTraceForFile(trace));
      setOutcome("copied");
    } catch {
      setOutcome("notCopied");
    }
  };
  return (
    <>
      <pre className={styles.json} role="region" aria-label={t.json} tabIndex={0}>
        {text}
      </pre>
      <div className={styles.actions}>
        <Link to={`/trace-structure${scopeSearch(params)}`}>{t.structure}</Link>
        <span role="status" className={styles.copied}>
          {outcome === null ? "" : t[outcome]}
        </span>
        <Button size="xs" variant="default" onClick={() => void copy()}>
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
  readonly onClose: () => void;
}

/** The dialog "View Trace": the whole trace as JSON, to read, copy and download. */
export function ViewTraceDialog({ trace, onClose }: ViewTraceDialogProps) {
  const t = useTexts(texts);
  return (
    <Modal.Root
      opened={trace !== null}
      onClose={onClose}
      size={900}
      centered
      // Mantine's lock would write a style element; styles/base.css holds the page still instead.
      lockScroll={false}
      // The opener takes the focus back (see onClose): it is the row's link, not what had the focus
      // when the dialog was made.
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content data-modal-content>
        <div className={styles.header}>
          <Modal.Title className={styles.title}>{t.title}</Modal.Title>
          <Modal.CloseButton aria-label={t.close} size={32} />
        </div>
        <Modal.Body p={0}>{trace === null ? null : <TraceText trace={trace} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
