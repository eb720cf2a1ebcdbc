import { Button } from "@mantine/core";
import { useTexts } from "../language/use-texts.ts";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PlainText } from "../ui/plain-text.tsx";
import { mayHaveExpired } from "./expiry.ts";
import { texts } from "./texts.ts";
import { useMinute } from "./use-minute.ts";

interface MissingTraceProps {
  readonly traceId: string;
  /** Where the time range of the link begins, ms since 1970. */
  readonly from: number;
  readonly retentionDays: number;
  readonly onBack: () => void;
}

/** A link to a trace that is not found: why that is, and the way to those that are. */
export function MissingTrace({ traceId, from, retentionDays, onBack }: MissingTraceProps) {
  const t = useTexts(texts);
  const now = useMinute();
  const isExpired = mayHaveExpired(from, retentionDays, now);
  return (
    <MessagePanel
      title={isExpired ? t.expired.title : t.unknown.title}
      actions={
        <Button size="xs" onClick={onBack}>
          {t.back}
        </Button>
      }
    >
      <p>{isExpired ? t.expired.text(retentionDays) : t.unknown.text}</p>
      <p>
        <PlainText text={t.id(traceId)} />
      </p>
    </MessagePanel>
  );
}
