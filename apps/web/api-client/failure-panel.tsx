import { Button } from "@mantine/core";
import { useTexts } from "../language/use-texts.ts";
import { RequestFailure } from "./request.ts";
import { MessagePanel } from "../ui/message-panel.tsx";
import { texts } from "./texts.ts";
import { useFailureText } from "./use-failure-text.ts";

interface FailurePanelProps {
  readonly title: string;
  readonly error: Error;
  readonly onRetry: () => void;
}

/** A request that failed: what the service said, the id to look for in its log, and Retry. */
export function FailurePanel({ title, error, onRetry }: FailurePanelProps) {
  const t = useTexts(texts);
  const tell = useFailureText();
  const unreachable = error instanceof RequestFailure && error.status === 0;
  const offline = unreachable && !navigator.onLine;
  return (
    <MessagePanel
      urgent
      title={offline ? t.offline : title}
      actions={
        <Button size="xs" onClick={onRetry}>
          {t.retry}
        </Button>
      }
    >
      <p>{offline ? t.checkNetwork : tell(error)}</p>
      {error instanceof RequestFailure && error.requestId !== "" ? (
        <p>
          {t.requestId}
          <code>{error.requestId}</code>
        </p>
      ) : null}
    </MessagePanel>
  );
}
