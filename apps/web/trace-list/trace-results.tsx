import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { CountingTotals } from "@trace-console/contracts/console-api";
import type { Trace } from "@trace-console/contracts/trace";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { Suspense, lazy, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { retryFailed } from "../api-client/query-client.ts";
import { useTexts } from "../language/use-texts.ts";
import { LiveNotLoaded } from "../live/live-not-loaded.tsx";
import type { LiveList } from "../live/use-live.ts";
import { useTraceLink } from "../trace-link/use-trace-link.ts";
import { useLate } from "../ui/use-late.ts";
import { CellActions, TableSettings } from "./late-parts.tsx";
import { texts } from "./texts.ts";
import { TraceSkeleton } from "./trace-skeleton.tsx";
import { TraceTable } from "./trace-table.tsx";
import styles from "./trace-list.module.css";
import { useTotals, useTracePages } from "./trace-queries.ts";

// Seldom needed, and it asks much: it comes when a query finds nothing.
const NoTraces = lazy(async () => ({ default: (await import("./no-traces.tsx")).NoTraces }));
const LiveUpdates = lazy(async () => {
  const code = await import("../live/live-updates.tsx").catch(() => null);
  return { default: code?.LiveUpdates ?? LiveNotLoaded };
});

/** "Counting…", or while traces are read "1,234 traces so far, counting… 37 %". */
function countingText(totals: CountingTotals | undefined, t: typeof texts.english.results): string {
  if (totals === undefined) return t.counting;
  return t.countedSoFar(t.count(totals.total), Math.floor(totals.share * 100));
}

interface TraceResultsProps {
  readonly projectId: string;
  readonly query: TraceQuery;
  /** The list that answers it, which Live may go on with. */
  readonly list: LiveList;
  readonly retentionDays: number;
  readonly onChange: (query: TraceQuery) => void;
  readonly isLastWeek: boolean;
  readonly onLastWeek: () => void;
  readonly onReset: () => void;
}

/** What the query brings: the count, the table and the dialog of one trace. */
export function TraceResults(props: TraceResultsProps) {
  const { projectId, query, list, retentionDays, onChange, isLastWeek, onLastWeek, onReset } =
    props;
  const t = useTexts(texts).results;
  const client = useQueryClient();
  const pages = useTracePages(projectId, query, list.key);
  const totals = useTotals(projectId, query, list.key);
  // What is counted so far is told as such, and as no total.
  const total = totals.data?.done === true ? totals.data.total : undefined;
  const region = useRef<HTMLDivElement>(null);
  const link = useTraceLink(region);
  // The trace of which View Trace was chosen last; it need not be a row.
  const [chosen, setChosen] = useState<Trace>();
  const dialog = useLate(() => import("../trace-link/linked-trace-dialog.tsx"));
  const [newIds, setNewIds] = useState<ReadonlySet<string>>(new Set());

  const isDialogMissing = link.traceId !== null && dialog.loaded === null && !dialog.failed;
  useEffect(() => {
    // A link opens a trace before anybody has asked for the dialog.
    if (isDialogMissing) void dialog.fetch();
  }, [isDialogMissing, dialog]);

  const traces = useMemo(
    () => pages.data?.pages.flatMap((page) => page.traces) ?? [],
    [pages.data],
  );
  const ahead = useMemo(
    () => new Set(pages.data?.pages.flatMap((page) => page.ahead)),
    [pages.data],
  );
  const opened = useMemo(() => {
    if (link.traceId === null || link.traceId === chosen?.trace_id) return chosen;
    return traces.find(({ trace_id }) => trace_id === link.traceId);
  }, [traces, chosen, link.traceId]);
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = pages;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);

  const footer = () => {
    if (pages.isPending) return <TraceSkeleton />;
    if (pages.isError && traces.length === 0) {
      return (
        <FailurePanel title={t.notLoaded} error={pages.error} onRetry={() => retryFailed(client)} />
      );
    }
    if (traces.length === 0) {
      return (
        <Suspense>
          <NoTraces
            region={region}
            projectId={projectId}
            // Why the list is empty is found out once, not each time that Live has counted.
            query={list.began}
            retentionDays={retentionDays}
            isLastWeek={isLastWeek}
            onLastWeek={onLastWeek}
            onReset={onReset}
            onChange={(wanted) => {
              const { from, to } = list.began;
              const isSameRange = wanted.from === from && wanted.to === to;
              onChange(isSameRange ? { ...wanted, from: query.from, to: query.to } : wanted);
            }}
          />
        </Suspense>
      );
    }
    if (isFetchNextPageError) {
      return (
        <div className={styles.end} role="alert">
          {t.olderNotLoaded}
          <Button size="compact-xs" variant="default" onClick={() => void fetchNextPage()}>
            {t.retry}
          </Button>
        </div>
      );
    }
    return <div className={styles.end}>{hasNextPage ? t.olderLoading : t.end}</div>;
  };

  return (
    <>
      <div className={styles.summary}>
        {/* Told to a screen reader whenever another query has been counted, but not while Live goes
            on: that tells what is new. */}
        <p role="status" aria-label={t.total} aria-live={list.live === "on" ? "off" : undefined}>
          {total === undefined ? "" : t.count(total)}
        </p>
        {total === undefined && !totals.isError ? (
          <span aria-hidden="true">{countingText(totals.data, t)}</span>
        ) : null}
        {/* Why there is no list is told in its place, and Retry there asks for both. */}
        {totals.isError && !pages.isLoadingError ? (
          <>
            {t.notCounted}
            <Button size="compact-xs" variant="default" onClick={() => void totals.refetch()}>
              {t.countAgain}
            </Button>
          </>
        ) : null}
        {dialog.failed ? <span role="alert">{t.noDialog}</span> : null}
        <Suspense fallback={null}>
          <TableSettings />
        </Suspense>
      </div>
      {list.live === "off" ? null : (
        <Suspense fallback={null}>
          <LiveUpdates
            key={list.key}
            projectId={projectId}
            query={query}
            list={list}
            region={region}
            isLoaded={pages.isSuccess}
            isOpened={link.traceId !== null}
            onNew={setNewIds}
          />
        </Suspense>
      )}
      <TraceTable
        projectId={projectId}
        region={region}
        text={query.text}
        listKey={list.key}
        traces={traces}
        ahead={ahead}
        newIds={newIds}
        // Live shows rows before it has counted them.
        total={total === undefined ? undefined : Math.max(total, traces.length)}
        busy={pages.isPending}
        onView={(trace, button) => {
          setChosen(trace);
          link.open(trace.trace_id, button);
          void dialog.fetch();
        }}
        onNearEnd={readOn}
        footer={footer()}
      />
      <Suspense fallback={null}>
        <CellActions
          region={region}
          traces={traces}
          projectId={projectId}
          query={query}
          retentionDays={retentionDays}
          onChange={onChange}
        />
      </Suspense>
      {dialog.loaded === null ? null : (
        <dialog.loaded.LinkedTraceDialog
          projectId={projectId}
          traceId={link.traceId}
          loaded={opened}
          text={query.text}
          from={query.from}
          retentionDays={retentionDays}
          onClose={link.close}
        />
      )}
    </>
  );
}
