import { Button } from "@mantine/core";
import { RequestFailure } from "./request.ts";
import { MessagePanel } from "../ui/message-panel.tsx";

interface FailurePanelProps {
  readonly title: string;
  readonly error: Error;
  readonly onRetry: () => void;
}

/** A request that failed: what the service said, the id to look for in its log, and Retry. */
export function FailurePanel({ title, error, onRetry }: FailurePanelProps) {
  const offline = error instanceof RequestFailure && error.status === 0 && !navigator.onLine;
  return (
    <MessagePanel
      urgent
      title={offline ? "You are offline" : title}
      actions={
        <Button size="xs" onClick={onRetry}>
          Retry
        </Button>
      }
    >
      <p>
        {offline ? "Check the network connection; the page tries again by itself." : error.message}
      </p>
      {error instanceof RequestFailure && error.requestId !== "" ? (
        <p>
          Request ID: <code>{error.requestId}</code>
        </p>
      ) : null}
    </MessagePanel>
  );
}
