import { Button } from "@mantine/core";
import type { CountingTotals } from "@trace-console/contracts/console-api";
import type { Trace } from "@trace-console/contracts/trace";
import { formatTraceQuery } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { Suspense, lazy, useCallback, useMemo, useRef, useState } from "react";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { useTexts } from "../language/use-texts.ts";
import { useLate } from "../ui/use-late.ts";
import { texts } from "./texts.ts";
import { TraceSkeleton } from "./trace-skeleton.tsx";
import { TraceTable } from "./trace-table.tsx";
import styles from "./trace-list.module.css";
import { useTotals, useTracePages } from "./trace-queries.ts";

// Seldom needed, and it asks much: it comes when a query finds nothing.
const NoTraces = lazy(async () => ({ default: (await import("./no-traces.tsx")).NoTraces }));

/** "Counting…", or with a text "1,234 traces so far, counting… 37 %". */
function countingText(totals: CountingTotals | undefined, t: typeof texts.english.results): string {
  if (totals === undefined) return t.counting;
  return t.countedSoFar(t.count(totals.total), Math.floor(totals.share * 100));
}

interface TraceResultsProps {
  readonly projectId: string;
  readonly query: TraceQuery;
  readonly retentionDays: number;
  readonly onChange: (query: TraceQuery) => void;
  readonly isLastWeek: boolean;
  readonly onLastWeek: () => void;
  readonly onReset: () => void;
}

/** What the query brings: the count, the table and the dialog of one trace. */
export function TraceResults(props: TraceResultsProps) {
  const { projectId, query, retentionDays, onChange, isLastWeek, onLastWeek, onReset } = props;
  const t = useTexts(texts).results;
  const pages = useTracePages(projectId, query);
  const totals = useTotals(projectId, query);
  // What is counted so far is told as such, and as no total.
  const total = totals.data?.done === true ? totals.data.total : undefined;
  const [viewed, setViewed] = useState<Trace | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const dialog = useLate(() => import("./view-trace-dialog.tsx"));

  const traces = useMemo(
    () => pages.data?.pages.flatMap((page) => page.traces) ?? [],
    [pages.data],
  );
  const ahead = useMemo(
    () => new Set(pages.data?.pages.flatMap((page) => page.ahead)),
    [pages.data],
  );
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = pages;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);

  const footer = () => {
    if (pages.isPending) return <TraceSkeleton />;
    if (pages.isError && traces.length === 0) {
      return (
        <FailurePanel
          title={t.notLoaded}
          error={pages.error}
          onRetry={() => void pages.refetch()}
        />
      );
    }
    if (traces.length === 0) {
      return (
        <Suspense>
          <NoTraces
            projectId={projectId}
            query={query}
            retentionDays={retentionDays}
            isLastWeek={isLastWeek}
            onLastWeek={onLastWeek}
            onReset={onReset}
            onChange={onChange}
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
        {/* Told to a screen reader whenever another query has been counted. */}
        <p role="status" aria-label={t.total}>
          {total === undefined ? "" : t.count(total)}
        </p>
        {total === undefined && !totals.isError ? (
          <span aria-hidden="true">{countingText(totals.data, t)}</span>
        ) : null}
        {totals.isError ? (
          <>
            {t.notCounted}
            <Button size="compact-xs" variant="default" onClick={() => void totals.refetch()}>
              {t.countAgain}
            </Button>
          </>
        ) : null}
        {dialog.failed ? <span role="alert">{t.noDialog}</span> : null}
      </div>
      <TraceTable
        text={query.text}
        listKey={formatTraceQuery(query).toString()}
        traces={traces}
        ahead={ahead}
        total={total}
        busy={pages.isPending}
        onView={(trace, button) => {
          opener.current = button;
          setViewed(trace);
          void dialog.fetch();
        }}
        onNearEnd={readOn}
        footer={footer()}
      />
      {dialog.loaded === null ? null : (
        <dialog.loaded.ViewTraceDialog
          trace={viewed}
          onClose={() => {
            setViewed(null);
            opener.current?.focus();
          }}
        />
      )}
    </>
  );
}
