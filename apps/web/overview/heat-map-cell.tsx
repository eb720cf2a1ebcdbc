import type { KeyboardEvent } from "react";
import { Link } from "react-router-dom";
import type { TimeRange } from "../trace-list/time-range.ts";
import type { HeatCell } from "./heat-map.ts";
import { stepOf } from "./heat-steps.ts";

interface HeatMapCellProps {
  /** The id of its number. */
  readonly id: string;
  /** Null outside the range. */
  readonly cell: HeatCell | null;
  /** The count of the fullest hour. */
  readonly most: number;
  /** Tells a count with its day and hour. */
  readonly labelOf: (count: number) => string;
  readonly pathOf: (hour: TimeRange) => string;
  /** Whether Tab leads to it; the arrow keys always do. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** An hour of a day: its number, on the colour of its step, leads to its traces. */
export function HeatMapCell(props: HeatMapCellProps) {
  const { id, cell, most, labelOf, pathOf, isStop, onFocus, onKeyDown } = props;
  if (cell === null) return <td aria-hidden="true" />;
  const { count } = cell;
  return (
    <td data-step={stepOf(count, most)}>
      {count === 0 ? (
        <span className="visually-hidden">0</span>
      ) : (
        <Link
          id={id}
          to={pathOf(cell)}
          tabIndex={isStop ? 0 : -1}
          aria-label={labelOf(count)}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
        >
          {count.toLocaleString("en")}
        </Link>
      )}
    </td>
  );
}
