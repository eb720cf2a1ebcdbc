import { type Brush, type Selection, chosenOf } from "./brush.ts";
import styles from "./histogram.module.css";

interface BrushMarksProps {
  readonly brush: Brush;
  /** How many bars there are. */
  readonly count: number;
}

/** The cursor on the bars, and their selection. */
export function BrushMarks({ brush, count }: BrushMarksProps) {
  const chosen = chosenOf(brush);
  const { cursor, anchor } = brush;
  const mark = ({ first, last }: Selection, className: string | undefined) => (
    <rect
      className={className}
      x={`${(first / count) * 100}%`}
      y="0"
      width={`${((last - first + 1) / count) * 100}%`}
      height="100%"
    />
  );
  return (
    <>
      {anchor === null || chosen === null ? null : mark(chosen, styles.selection)}
      {cursor === null ? null : mark({ first: cursor, last: cursor }, styles.cursor)}
    </>
  );
}
