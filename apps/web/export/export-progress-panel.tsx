import { Button } from "@mantine/core";
import { useFailureText } from "../api-client/use-failure-text.ts";
import { useTexts } from "../language/use-texts.ts";
import { CompleteExport } from "./complete-export.tsx";
import styles from "./export.module.css";
import { hasEnded } from "./next-look.ts";
import { formatBytes, percentOf } from "./progress-words.ts";
import { texts } from "./texts.ts";
import type { PageExport } from "./use-export.ts";

/** A screen reader is told every so many percent. */
const tellEvery = 10;

interface ExportProgressPanelProps {
  readonly current: PageExport;
  /** Why it is not known how far it is, or why it could not be cancelled. */
  readonly error: Error | null;
  readonly onCancel: () => void;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** How far an export is, and what became of it. */
export function ExportProgressPanel(props: ExportProgressPanelProps) {
  const { current, error, onCancel, onAnother, onClose } = props;
  const { progress } = current;
  const t = useTexts(texts);
  const tell = useFailureText();
  const { state, reason, traces, total, file_name } = progress;
  const isRunning = !hasEnded(progress);
  // Then another one is what is wanted.
  const isBroken = !isRunning && state !== "complete";
  const percent = percentOf(progress);
  const size = formatBytes(progress.bytes);
  const told = () => {
    if (state === "complete") return t.complete;
    if (!isRunning || percent === undefined || percent < tellEvery) return "";
    return t.told(percent - (percent % tellEvery));
  };
  return (
    <div className={styles.panel}>
      <p role="status" className={state === "complete" ? styles.outcome : "visually-hidden"}>
        {told()}
      </p>
      {isRunning ? (
        <>
          <p className={styles.name}>{file_name}</p>
          <progress
            className={styles.bar}
            aria-label={t.progress}
            {...(percent === undefined ? {} : { value: percent, max: 100 })}
          />
          <p>{total === undefined ? t.soFar(traces, size) : t.ofTotal(traces, total, size)}</p>
          <p className={styles.about}>{t.mayClose}</p>
        </>
      ) : null}
      {state === "complete" ? <CompleteExport current={current} /> : null}
      <div role="alert" className={styles.failure}>
        {state === "cancelled" ? t.cancelled(traces) : null}
        {state === "failed" ? t.failed[reason ?? "not read"] : null}
        {isRunning && error !== null ? tell(error) : null}
      </div>
      <div className={styles.actions}>
        {isRunning ? (
          <Button size="xs" variant="default" onClick={onCancel}>
            {t.cancel}
          </Button>
        ) : null}
        {isRunning && error === null ? null : (
          <Button size="xs" variant={isBroken ? "filled" : "default"} onClick={onAnother}>
            {t.another}
          </Button>
        )}
        <Button size="xs" variant={isBroken ? "default" : "filled"} onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </div>
  );
}
