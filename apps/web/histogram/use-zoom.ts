import { useState } from "react";
import type { TimeRange } from "../trace-list/time-range.ts";
import type { TraceListState } from "../trace-list/trace-list-url.ts";
import { type Zoom, zoomsTo } from "./zoom-stack.ts";

/**
 * Narrows the time range of the Trace List and leads back, step by step, to the range and the
 * preset before. `onUndo` is undefined when there is nothing to undo.
 */
export function useZoom(
  { query, preset }: TraceListState,
  onChange: (state: TraceListState) => void,
) {
  const [kept, setKept] = useState<readonly Zoom[]>([]);
  const zooms = zoomsTo(kept, query);
  const last = zooms.at(-1);

  const onRange = (after: TimeRange) => {
    setKept([...zooms, { before: { from: query.from, to: query.to }, preset, after }]);
    onChange({ query: { ...query, ...after }, preset: null });
  };
  const onUndo =
    last === undefined
      ? undefined
      : () => onChange({ query: { ...query, ...last.before }, preset: last.preset });
  return { onRange, onUndo };
}
