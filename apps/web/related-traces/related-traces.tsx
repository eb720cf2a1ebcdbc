import { Button } from "@mantine/core";
import type { Trace } from "@trace-console/contracts/trace";
import { useId, useRef, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { mayBePaired } from "./find-pair.ts";
import { NotAsked } from "./not-asked.tsx";
import { OtherRecord } from "./other-record.tsx";
import { PreviousDifference } from "./previous-difference.tsx";
import styles from "./related-traces.module.css";
import { resourceQuery } from "./resource-query.ts";
import { texts } from "./texts.ts";
import { useConflicts, usePair } from "./use-related.ts";

interface RelatedTracesProps {
  readonly projectId: string;
  readonly trace: Trace;
  /** Opens View Trace of another trace; the focus returns to `opener`. */
  readonly onView: (trace: Trace, opener: HTMLElement) => void;
}

/**
 * What belongs to a trace: other contents that came under its id, the other record of its operation,
 * and on demand how it differs from the previous trace of the same resource.
 */
export function RelatedTraces({ projectId, trace, onView }: RelatedTracesProps) {
  const t = useTexts(texts);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [isComparing, setIsComparing] = useState(false);
  const isPairable = mayBePaired(trace);
  const pair = usePair(projectId, trace, isPairable);
  const conflicts = useConflicts(projectId, trace);
  const missing = [pair, conflicts].filter(({ data, isError }) => isError && data === undefined);
  const isComparable = resourceQuery(trace) !== null;
  const hasConflicts = conflicts.data !== undefined && conflicts.data.total > 0;
  if (!isPairable && !isComparable && !hasConflicts && missing.length === 0) return null;
  return (
    <div className={styles.related}>
      {hasConflicts ? <ConflictNotice trace={trace} conflicts={conflicts.data} /> : null}
      <div className={styles.line}>
        <div ref={place} className={styles.pair} tabIndex={-1}>
          {pair.data ? <OtherRecord pair={pair.data} trace={trace} onView={onView} /> : null}
          {missing.length === 0 ? null : (
            <NotAsked
              text={t.notLooked}
              onRetry={() => {
                // The button goes when it is pressed; the focus must not go as well.
                place.current?.focus();
                for (const { refetch } of missing) void refetch();
              }}
            />
          )}
        </div>
        {isComparable ? (
          <Button
            className={styles.compare}
            size="compact-xs"
            variant="default"
            aria-expanded={isComparing}
            aria-controls={isComparing ? id : undefined}
            onClick={() => setIsComparing(!isComparing)}
          >
            {t.compare}
          </Button>
        ) : null}
      </div>
      {isComparing ? (
        <PreviousDifference id={id} projectId={projectId} trace={trace} onView={onView} />
      ) : null}
    </div>
  );
}
