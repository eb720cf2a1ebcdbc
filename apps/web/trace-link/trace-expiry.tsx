import { useTexts } from "../language/use-texts.ts";
import { useSession } from "../shell/session.ts";
import { expiryOf } from "./expiry.ts";
import { texts } from "./texts.ts";
import styles from "./trace-link.module.css";
import { useMinute } from "./use-minute.ts";

interface TraceExpiryProps {
  /** When the operation happened, ms since 1970. */
  readonly time: number;
  readonly retentionDays: number;
  /** The present moment, ms since 1970. */
  readonly now: number;
}

/** How long a trace is still kept. */
function TraceExpiry({ time, retentionDays, now }: TraceExpiryProps) {
  const t = useTexts(texts).expiry;
  const { text, isNear } = expiryOf(time, retentionDays, now, t);
  return <p className={isNear ? `${styles.expiry} ${styles.near}` : styles.expiry}>{text}</p>;
}

/** How long a trace is still kept here from now on. */
export function ExpiryNow({ time }: Pick<TraceExpiryProps, "time">) {
  const { data: session } = useSession();
  const now = useMinute();
  return session ? (
    <TraceExpiry time={time} retentionDays={session.retention_days} now={now} />
  ) : null;
}

/** The same as the last line of an expanded row. */
export function ExpiryLine({ time }: Pick<TraceExpiryProps, "time">) {
  return (
    <div className={styles.line}>
      <ExpiryNow time={time} />
    </div>
  );
}
