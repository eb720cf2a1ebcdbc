import { UnstyledButton } from "@mantine/core";
import { useFailureText } from "../api-client/use-failure-text.ts";
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
  const tell = useFailureText();
  const { waiting, interruption, told, showWaiting } = useLiveUpdates(options);

  const interrupted = () => {
    if (interruption === null) return "";
    // The sentence goes on after it.
    const reason = tell(interruption.error).replace(/[.。]$/u, "");
    return t.interrupted(reason, interruption.seconds);
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
