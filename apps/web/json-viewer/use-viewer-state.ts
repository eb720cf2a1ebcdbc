import { useCallback, useState } from "react";
import type { JsonLine } from "./json-line.ts";
import { type ChangeViewer, openViewer } from "./viewer-state.ts";

/** Where the reader is. Other lines are read from their top, and searched for the same text. */
export function useViewerState(lines: readonly JsonLine[], initialSearch: string) {
  const [kept, setKept] = useState(() => ({ lines, state: openViewer(lines, initialSearch) }));
  let shown = kept;
  if (kept.lines !== lines) {
    shown = { lines, state: openViewer(lines, kept.state.typed) };
    setKept(shown);
  }
  const change = useCallback<ChangeViewer>(
    (update) => setKept((now) => ({ ...now, state: update(now.state) })),
    [],
  );
  return [shown.state, change] as const;
}
