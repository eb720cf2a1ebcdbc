import { Button } from "@mantine/core";
import type { Trace } from "@trace-console/contracts/trace";
import { useRef } from "react";
import { useTexts } from "../language/use-texts.ts";
import { NotAsked } from "./not-asked.tsx";
import { PairLine } from "./pair-line.tsx";
import styles from "./related-traces.module.css";
import { texts } from "./texts.ts";
import { usePair } from "./use-related.ts";

interface OtherRecordProps {
  readonly projectId: string;
  readonly trace: Trace;
  readonly onView: (trace: Trace, opener: HTMLElement) => void;
}

/** Request and result of an operation that was recorded twice, and the way to the other record. */
export function OtherRecord({ projectId, trace, onView }: OtherRecordProps) {
  const t = useTexts(texts).pair;
  const place = useRef<HTMLDivElement>(null);
  const { data: pair, isError, refetch } = usePair(projectId, trace);
  const isRequest = pair?.request.trace_id === trace.trace_id;
  return (
    <div ref={place} className={styles.pair} tabIndex={-1}>
      {pair ? (
        <>
          <PairLine pair={pair} />
          <Button
            size="compact-xs"
            variant="default"
            onClick={(event) => onView(isRequest ? pair.result : pair.request, event.currentTarget)}
          >
            {isRequest ? t.viewResult : t.viewRequest}
          </Button>
        </>
      ) : null}
      {isError && !pair ? (
        <NotAsked
          text={t.notLooked}
          onRetry={() => {
            // The button goes when it is pressed; the focus must not go as well.
            place.current?.focus();
            void refetch();
          }}
        />
      ) : null}
    </div>
  );
}
