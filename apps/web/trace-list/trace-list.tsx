import { useQueryClient } from "@tanstack/react-query";
import type { Project } from "@trace-console/contracts/console-api";
import { formatTraceQuery } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { type ReactNode, Suspense, useDeferredValue } from "react";
import { useZoom } from "../histogram/use-zoom.ts";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { useLive } from "../live/use-live.ts";
import { useSame } from "../ui/use-same.ts";
import { FilterBar } from "./filter-bar.tsx";
import { SavedViews, TraceHistogram } from "./late-parts.tsx";
import { ProcedurePanel } from "./procedure-panel.tsx";
import { TimeControls } from "./time-controls.tsx";
import { rangeOfPreset } from "./time-range.ts";
import styles from "./trace-list.module.css";
import { stateAt } from "./trace-list-url.ts";
import type { TraceListState } from "./trace-list-url.ts";
import { askAgain, askTracesAhead, useIsListMissing, useTracesFirst } from "./trace-queries.ts";
import { TraceResults } from "./trace-results.tsx";

interface TraceListProps {
  readonly heading: ReactNode;
  readonly project: Project;
  readonly retentionDays: number;
  readonly state: TraceListState;
  readonly onChange: (state: TraceListState, replace?: boolean) => void;
  /** No filter, and the last hour; the saved view is left. */
  readonly onReset: () => void;
}

/** Time range, filters and table, for a state that the address names completely. */
export function TraceList(props: TraceListProps) {
  const { heading, project, retentionDays, state, onChange, onReset } = props;
  const client = useQueryClient();
  const { preset } = state;
  const { query, list, end } = useLive(state);
  const projectId = project.project_id;
  // Before any other part looks at the list, which would then be asked for with the counts.
  useTracesFirst(projectId, query, list.key);
  const isListMissing = useIsListMissing(projectId, query, list.key);
  // What stands beside the list is drawn once the list stands, in pieces that rows may interrupt.
  const isRest = useDeferredValue(true, false);
  const zoom = useZoom({ query, preset }, onChange);
  const zoomTo = useSame(zoom.onRange);
  const undoZoom = useSame(() => zoom.onUndo?.());

  /** Runs a query again with the present moment; the same one is fetched anew. */
  const run = useSame((wanted: TraceQuery) => {
    const next = stateAt({ ...state, query: wanted }, Date.now());
    if (formatTraceQuery(next.query).toString() === formatTraceQuery(query).toString()) {
      askAgain(client, projectId, query);
    } else {
      // The same filters at a later moment are no step that Back should lead through.
      onChange(next, wanted === query);
    }
  });
  const filter = useSame((changed: TraceQuery) => {
    if (list.live !== "on") askTracesAhead(client, projectId, changed);
    onChange({ ...state, query: changed });
  });
  const startAnew = useSame(onReset);
  useShortcuts({ refresh: () => run(query) });

  return (
    <>
      <div className={styles.titleBar}>
        {heading}
        <TimeControls
          range={query}
          preset={preset}
          retentionDays={retentionDays}
          isLive={list.live === "on"}
          onLive={(live) => {
            if (!live) return onChange({ query: end(), preset });
            const id = preset ?? "1h";
            const range = rangeOfPreset(id, Date.now());
            return onChange({ query: { ...query, ...range }, preset: id, live });
          }}
          onPreset={(id) => {
            const range = rangeOfPreset(id, Date.now());
            onChange({ ...state, query: { ...query, ...range }, preset: id });
          }}
          onCustomize={(range) => onChange({ query: { ...query, ...range }, preset: null })}
          onRefresh={() => run(query)}
        />
      </div>
      <div className={styles.card}>
        <div className={styles.top}>
          <ProcedurePanel />
          <Suspense>{isRest ? <SavedViews projectId={projectId} /> : null}</Suspense>
        </div>
        <FilterBar
          projectId={projectId}
          query={query}
          onChange={filter}
          onQuery={run}
          onReset={startAnew}
        />
        <Suspense fallback={<div className={styles.histogramPlace} />}>
          {isRest ? (
            <TraceHistogram
              projectId={projectId}
              query={query}
              isFailureTold={isListMissing}
              onRange={zoomTo}
              onUndo={zoom.onUndo === undefined ? undefined : undoZoom}
            />
          ) : (
            <div className={styles.histogramPlace} />
          )}
        </Suspense>
        <TraceResults
          projectId={projectId}
          query={query}
          list={list}
          retentionDays={retentionDays}
          onChange={(changed) => {
            const isSameRange = changed.from === query.from && changed.to === query.to;
            onChange(isSameRange ? { ...state, query: changed } : { query: changed, preset: null });
          }}
          onLastWeek={() => {
            const range = rangeOfPreset("1w", Date.now());
            onChange({ ...state, query: { ...query, ...range }, preset: "1w" });
          }}
          onReset={onReset}
          isLastWeek={preset === "1w"}
        />
      </div>
    </>
  );
}
