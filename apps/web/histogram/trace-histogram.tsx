import { Button } from "@mantine/core";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { memo, useEffect, useId, useRef, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import type { TimeRange } from "../trace-list/time-range.ts";
import { fillBars, sumOf } from "./bars.ts";
import { widthFor } from "./bucket-width.ts";
import { HistogramLegend } from "./histogram-legend.tsx";
import styles from "./histogram.module.css";
import { HistogramPicture } from "./histogram-picture.tsx";
import { HistogramTable } from "./histogram-table.tsx";
import { StatusPatterns } from "./status-patterns.tsx";
import { texts } from "./texts.ts";
import { useHistogram } from "./use-histogram.ts";

interface TraceHistogramProps {
  readonly projectId: string;
  readonly query: TraceQuery;
  /** Whether the page tells already that nothing can be had. */
  readonly isFailureTold: boolean;
  /** Narrows the time range of the query. */
  readonly onRange: (range: TimeRange) => void;
  /** Leads back to the range before; undefined when there is nothing to undo. */
  readonly onUndo: (() => void) | undefined;
}

/** The traces that match over time, by their status: as a picture, or as a table. */
export const TraceHistogram = memo(function TraceHistogram(props: TraceHistogramProps) {
  const { projectId, query, isFailureTold, onRange, onUndo } = props;
  const t = useTexts(texts);
  const patterns = useId();
  const histogram = useHistogram(projectId, query);
  const [asTable, setAsTable] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  const undone = useRef(false);

  const canUndo = onUndo !== undefined;
  useEffect(() => {
    // With the last step undone its button is gone, and took the focus with it.
    if (!canUndo && undone.current && document.activeElement === document.body) {
      picture.current?.focus({ preventScroll: true });
    }
    undone.current = false;
  }, [canUndo]);

  const { data } = histogram;
  const { from, to } = query;
  // Until anything is known: the bars of the range, all of them empty.
  const shown = data ?? { from, to, width: widthFor(query), buckets: [] };
  const bars = fillBars(shown);

  const content = () => {
    if (histogram.isError && isFailureTold) return <div className={styles.failed} />;
    if (histogram.isError) {
      return (
        <div className={styles.failed} role="alert">
          {t.notLoaded}
          <Button size="compact-xs" variant="default" onClick={() => void histogram.refetch()}>
            {t.retry}
          </Button>
        </div>
      );
    }
    if (asTable) return <HistogramTable bars={bars} />;
    return (
      <HistogramPicture
        ref={picture}
        histogram={shown}
        bars={bars}
        patterns={patterns}
        stale={histogram.isPlaceholderData}
        onRange={onRange}
      />
    );
  };

  return (
    <section className={styles.histogram} aria-label={t.title} aria-busy={histogram.isFetching}>
      <StatusPatterns patterns={patterns} />
      <div className={styles.head}>
        <HistogramLegend
          counts={data === undefined ? null : sumOf(bars)}
          stale={histogram.isPlaceholderData}
          patterns={patterns}
        />
        {data?.done === false ? <span>{t.counting(Math.floor(data.share * 100))}</span> : null}
        <div className={styles.buttons}>
          {onUndo === undefined ? null : (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                undone.current = true;
                onUndo();
              }}
            >
              {t.undo}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="default"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {t.asTable}
          </Button>
        </div>
      </div>
      {content()}
    </section>
  );
});
