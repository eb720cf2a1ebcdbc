import type { Trace } from "@trace-console/contracts/trace";
import { orderForExpandedRow } from "@trace-console/contracts/trace-display-order";
import { Suspense } from "react";
import { useFormatTime } from "../language/use-format-time.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { DetailActions } from "./late-parts.tsx";
import { formatFieldValue } from "./trace-json.ts";
import styles from "./trace-table.module.css";

// Longer values get their own scroll bar, so that one field cannot push all others off the screen.
const longValue = 4000;

/** The fields of a trace as keys and values: plain text, whatever it holds. */
export function TraceDetails({ trace }: { trace: Trace }) {
  const formatTime = useFormatTime();
  return (
    <dl className={styles.details}>
      {orderForExpandedRow(trace).map((field) => {
        const text = formatFieldValue(field, trace[field], formatTime);
        return (
          <div key={field} className={styles.detail}>
            <dt>
              <PlainText text={field} />
            </dt>
            <dd>
              {text.length > longValue ? (
                <div className={styles.longValue} role="region" aria-label={field} tabIndex={0}>
                  <PlainText text={text} />
                </div>
              ) : (
                <PlainText text={text} />
              )}
              <Suspense fallback={null}>
                <DetailActions trace={trace} field={field} />
              </Suspense>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
