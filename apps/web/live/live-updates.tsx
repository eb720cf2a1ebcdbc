import { UnstyledButton } from "@mantine/core";
import { RequestFailure } from "../api-client/request.ts";
import { texts as failureTexts } from "../api-client/texts.ts";
import { useTexts } from "../language/use-texts.ts";
import styles from "./live.module.css";
import { texts } from "./texts.ts";
import { type LiveUpdatesOptions, useLiveUpdates } from "./use-live-updates.ts";

/**
 * Live, above the table: looks for new traces while it is on, tells how many wait to be shown, and
 * why they do not come. To a screen reader it tells how many came.
 */
export function LiveUpdates(options: LiveUpdatesOptions) {
  const t = useTexts(texts);
  const { unreachable } = useTexts(failureTexts);
  const { waiting, interruption, told, showWaiting } = useLiveUpdates(options);

  const interrupted = () => {
    if (interruption === null) return "";
    const { error, seconds } = interruption;
    const isUnreachable = error instanceof RequestFailure && error.status === 0;
    const reason = isUnreachable ? unreachable : error.message;
    // The sentence goes on after it.
    return t.interrupted(reason.replace(/[.。]$/u, ""), seconds);
  };
  return (
    <div className={styles.updates}>
      <span role="status" className="visually-hidden">
        {told === 0 ? "" : t.newTraces(told, false)}
      </span>
      <p role="status" className={styles.interrupted}>
        {interrupted()}
      </p>
      {waiting === null ? null : (
        <UnstyledButton className={styles.pill} onClick={() => void showWaiting()}>
          {t.newTraces(waiting.count, waiting.isMore)}
        </UnstyledButton>
      )}
    </div>
  );
}
