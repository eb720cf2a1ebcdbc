import { Button } from "@mantine/core";
import { useTexts } from "../language/use-texts.ts";
import styles from "./related-traces.module.css";
import { texts } from "./texts.ts";

/** What could not be asked for, and Retry. */
export function NotAsked({ text, onRetry }: { text: string; onRetry: () => void }) {
  const t = useTexts(texts);
  return (
    <div role="alert" className={styles.notAsked}>
      {text}
      <Button size="compact-xs" variant="default" onClick={onRetry}>
        {t.retry}
      </Button>
    </div>
  );
}
