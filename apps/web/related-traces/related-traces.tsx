import { Button } from "@mantine/core";
import type { Trace } from "@trace-console/contracts/trace";
import { useId, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { mayBePaired } from "./find-pair.ts";
import { OtherRecord } from "./other-record.tsx";
import { PreviousDifference } from "./previous-difference.tsx";
import styles from "./related-traces.module.css";
import { resourceQuery } from "./resource-query.ts";
import { texts } from "./texts.ts";

interface RelatedTracesProps {
  readonly projectId: string;
  readonly trace: Trace;
  /** Opens View Trace of another trace; the focus returns to `opener`. */
  readonly onView: (trace: Trace, opener: HTMLElement) => void;
}

/**
 * What belongs to a trace: the other record of its operation, and on demand how it differs from the
 * previous trace of the same resource.
 */
export function RelatedTraces({ projectId, trace, onView }: RelatedTracesProps) {
  const t = useTexts(texts);
  const id = useId();
  const [isComparing, setIsComparing] = useState(false);
  const isPairable = mayBePaired(trace);
  const isComparable = resourceQuery(trace) !== null;
  if (!isPairable && !isComparable) return null;
  return (
    <div className={styles.related}>
      <div className={styles.line}>
        {isPairable ? <OtherRecord projectId={projectId} trace={trace} onView={onView} /> : null}
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
