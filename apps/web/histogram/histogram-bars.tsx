import { memo } from "react";
import { type Bar, highestOf } from "./bars.ts";
import { stackOf } from "./stack.ts";
import { statusFill } from "./status-fill.ts";

/** How much of its place a bar fills, in percent. */
const filled = 84;
/** Few bars stay bars, in percent of the picture's width. */
const widest = 4;

interface HistogramBarsProps {
  readonly bars: readonly Bar[];
  readonly patterns: string;
}

/** The stacked bars, which stay as they are while one moves over them. */
export const HistogramBars = memo(function HistogramBars({ bars, patterns }: HistogramBarsProps) {
  const highest = highestOf(bars);
  const width = Math.min(filled / bars.length, widest);
  return (
    <g>
      {bars.flatMap(({ from, counts }, index) =>
        stackOf(counts, highest).map(({ status, top, height }) => (
          <rect
            key={`${from} ${status}`}
            x={`${((index + 0.5) / bars.length) * 100 - width / 2}%`}
            y={`${top}%`}
            width={`${width}%`}
            height={`${height}%`}
            fill={statusFill(patterns, status)}
          />
        )),
      )}
    </g>
  );
});
