import type { Histogram } from "@trace-console/contracts/console-api";
import { type Ref, useId } from "react";
import { useLanguage } from "../language/use-language.ts";
import { useTexts } from "../language/use-texts.ts";
import { useZone } from "../time-zone/use-zone.ts";
import type { TimeRange } from "../trace-list/time-range.ts";
import { type Bar, highestOf } from "./bars.ts";
import { chosenOf } from "./brush.ts";
import { BrushMarks } from "./brush-marks.tsx";
import { spanOf } from "./bucket-width.ts";
import { HistogramBars } from "./histogram-bars.tsx";
import styles from "./histogram.module.css";
import { texts } from "./texts.ts";
import { TimeAxis } from "./time-axis.tsx";
import { useBrush } from "./use-brush.ts";
import { scaleText, tell } from "./words.ts";

interface HistogramPictureProps {
  readonly histogram: Histogram & TimeRange;
  readonly bars: readonly Bar[];
  readonly patterns: string;
  /** Whether these are still the bars of the query before. */
  readonly stale: boolean;
  readonly onRange: (range: TimeRange) => void;
  /** Where the focus goes when what had it is gone. */
  readonly ref: Ref<HTMLDivElement>;
}

/** The bars over their time: a pointer or the keyboard tells of them and selects a range. */
export function HistogramPicture(props: HistogramPictureProps) {
  const { histogram, bars, patterns, stale, onRange, ref } = props;
  const t = useTexts(texts);
  const language = useLanguage();
  const zone = useZone();
  const keys = useId();
  const { from, to, width } = histogram;
  const span = spanOf(histogram, width);
  const barsKey = `${from} ${to} ${width}`;
  const { brush, groupProps } = useBrush({ bars, barsKey, stale, onRange });
  const chosen = chosenOf(brush);
  const highest = highestOf(bars);

  return (
    <>
      <div className={styles.frame}>
        <div className={styles.scale} aria-hidden="true">
          {highest === 0 ? null : (
            <span className={stale ? styles.staleCount : undefined}>
              {scaleText(highest, language)}
            </span>
          )}
          <span>0</span>
        </div>
        {/* One tab stop for all bars: the arrow keys go from one to the next. */}
        <div
          ref={ref}
          className={styles.plot}
          role="group"
          aria-label={t.picture}
          aria-describedby={keys}
          {...groupProps}
        >
          <svg aria-hidden="true" focusable="false" className={stale ? styles.stale : undefined}>
            <HistogramBars bars={bars} patterns={patterns} />
            <BrushMarks brush={brush} count={bars.length} />
          </svg>
        </div>
        <TimeAxis from={span.from} to={span.to} />
      </div>
      <p id={keys} className="visually-hidden">
        {t.keys}
      </p>
      <div className={styles.line}>
        <p role="status">{chosen === null ? "" : tell(bars, chosen, t, zone)}</p>
        {chosen === null ? <span>{t.hint}</span> : null}
      </div>
    </>
  );
}
