import { useState } from "react";
import type { FocusEvent, KeyboardEvent, PointerEvent } from "react";
import type { TimeRange } from "../trace-list/time-range.ts";
import { barAt } from "./bar-at.ts";
import type { Bar } from "./bars.ts";
import {
  type Brush,
  type Selection,
  chosenOf,
  givenUp,
  hovered,
  idle,
  left,
  moved,
  pressed,
} from "./brush.ts";

interface BrushOptions {
  readonly bars: readonly Bar[];
  /** Names what the bars stand for: on others one starts anew. */
  readonly barsKey: string;
  /** While the bars are not those of the query, nothing can be chosen. */
  readonly stale: boolean;
  readonly onRange: (range: TimeRange) => void;
}

/** Where one is on the bars, and what lets keyboard and pointer move there and choose. */
export function useBrush({ bars, barsKey, stale, onRange }: BrushOptions) {
  const [kept, setKept] = useState({ of: barsKey, brush: idle });
  const brush = kept.of === barsKey ? kept.brush : idle;
  const put = (next: Brush) => {
    if (next !== brush) setKept({ of: barsKey, brush: next });
  };

  const choose = ({ first, last }: Selection) => {
    put(givenUp(brush));
    const [from, to] = [bars[first]?.from, bars[last]?.to];
    // All bars together are the range that is shown already.
    if (stale || from === undefined || to === undefined || last - first + 1 === bars.length) return;
    onRange({ from, to });
  };
  const barOf = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) =>
    barAt(clientX, currentTarget.getBoundingClientRect(), bars.length);

  const groupProps = {
    tabIndex: 0,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      // With these keys the browser goes back, for instance.
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const chosen = chosenOf(brush);
      const next = moved(brush, event.key, event.shiftKey, bars.length);
      if (event.key === "Enter" && chosen !== null) choose(chosen);
      else if (event.key === "Escape") put(givenUp(brush));
      else if (next === null) return;
      else put(next);
      event.preventDefault();
    },
    onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) => {
      // Who comes with the keyboard has to see where the arrow keys begin.
      if (brush.cursor === null && currentTarget.matches(":focus-visible")) {
        put({ ...idle, cursor: bars.length - 1 });
      }
    },
    onBlur: () => put(idle),
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (stale || event.button !== 0 || !event.isPrimary) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      put(pressed(barOf(event)));
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => put(hovered(brush, barOf(event))),
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      // The last movement may not have been drawn yet.
      const chosen = chosenOf({ ...brush, cursor: barOf(event) });
      if (brush.dragging && chosen !== null) choose(chosen);
    },
    onPointerLeave: () => put(left(brush)),
    onPointerCancel: () => put(idle),
  };
  return { brush, groupProps };
}
