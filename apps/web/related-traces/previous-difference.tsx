import { Button } from "@mantine/core";
import type { Trace } from "@trace-console/contracts/trace";
import { useMemo, useRef } from "react";
import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { useSession } from "../shell/session.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { diffTraces } from "./diff-traces.ts";
import { DifferenceList } from "./difference-list.tsx";
import { NotAsked } from "./not-asked.tsx";
import styles from "./related-traces.module.css";
import { texts } from "./texts.ts";
import { usePrevious } from "./use-related.ts";

interface PreviousDifferenceProps {
  readonly id: string;
  readonly projectId: string;
  readonly trace: Trace;
  readonly onView: (trace: Trace, opener: HTMLElement) => void;
}

/** How a trace differs from the previous one of the same resource. */
export function PreviousDifference({ id, projectId, trace, onView }: PreviousDifferenceProps) {
  const t = useTexts(texts).difference;
  const formatTime = useFormatTime();
  const retentionDays = useSession().data?.retention_days ?? 7;
  const place = useRef<HTMLDivElement>(null);
  const { data: previous, isError, isPending, refetch } = usePrevious(projectId, trace);
  const difference = useMemo(
    () => (previous ? diffTraces(previous, trace) : null),
    [previous, trace],
  );

  const state = () => {
    if (isPending) return t.comparing;
    if (difference === null) return previous === null ? t.first(retentionDays) : "";
    const { length } = difference.differences;
    return length === 0 ? t.nothing : t.count(length);
  };

  return (
    <div
      ref={place}
      id={id}
      className={styles.difference}
      role="group"
      aria-label={t.title}
      tabIndex={-1}
    >
      <div className={styles.line}>
        <span role="status" className={styles.state}>
          {state()}
        </span>
        {previous ? (
          <>
            <span>
              {t.comparedWith.before}
              <PlainText text={previous.trace_name} />
              {t.comparedWith.after(formatTime(previous.time))}
            </span>
            <Button
              size="compact-xs"
              variant="default"
              onClick={(event) => onView(previous, event.currentTarget)}
            >
              {t.viewPrevious}
            </Button>
          </>
        ) : null}
        {isError && previous === undefined ? (
          <NotAsked
            text={t.notCompared}
            onRetry={() => {
              // The button goes when it is pressed; the focus must not go as well.
              place.current?.focus();
              void refetch();
            }}
          />
        ) : null}
      </div>
      {difference === null ? null : (
        <>
          <DifferenceList label={t.differences} differences={difference.differences} />
          {difference.incidental.length === 0 ? null : (
            <>
              <div className={styles.incidental} aria-hidden="true">
                {t.incidental}
              </div>
              <DifferenceList label={t.incidental} differences={difference.incidental} />
            </>
          )}
        </>
      )}
    </div>
  );
}
