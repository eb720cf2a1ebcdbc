import { Button } from "@mantine/core";
import type { CountingTotals } from "@trace-console/contracts/console-api";
import type { Trace } from "@trace-console/contracts/trace";
import { formatTraceQuery } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { useCallback, useMemo, useRef, useState } from "react";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { useLate } from "../ui/use-late.ts";
import { NoTraces } from "./no-traces.tsx";
import { TraceSkeleton } from "./trace-skeleton.tsx";
import { TraceTable } from "./trace-table.tsx";
import styles from "./trace-list.module.css";
import { useTotals, useTracePages } from "./trace-queries.ts";

/** "1,234 traces". */
function countText(total: number): string {
  return `${total.toLocaleString("en")} ${total === 1 ? "trace" : "traces"}`;
}

/** "Counting…", or with a text "1,234 traces so far, counting… 37 %". */
function countingText(totals: CountingTotals | undefined): string {
  if (totals === undefined) return "Counting…";
  return `${countText(totals.total)} so far, counting… ${Math.floor(totals.share * 100)} %`;
}

interface TraceResultsProps {
  readonly projectId: string;
  readonly query: TraceQuery;
  readonly isLastWeek: boolean;
  readonly onLastWeek: () => void;
  readonly onReset: () => void;
}

/** What the query brings: the count, the table and the dialog of one trace. */
export function TraceResults(props: TraceResultsProps) {
  const { projectId, query, isLastWeek, onLastWeek, onReset } = props;
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
          title="The traces could not be loaded"
          error={pages.error}
          onRetry={() => void pages.refetch()}
        />
      );
    }
    if (traces.length === 0) {
      return (
        <NoTraces query={query} isLastWeek={isLastWeek} onLastWeek={onLastWeek} onReset={onReset} />
      );
    }
    if (isFetchNextPageError) {
      return (
        <div className={styles.end} role="alert">
          Older traces could not be loaded.
          <Button size="compact-xs" variant="default" onClick={() => void fetchNextPage()}>
            Retry
          </Button>
        </div>
      );
    }
    return (
      <div className={styles.end}>
        {hasNextPage ? "Loading older traces…" : "No older traces in this time range."}
      </div>
    );
  };

  return (
    <>
      <div className={styles.summary}>
        {/* Told to a screen reader whenever another query has been counted. */}
        <p role="status">{total === undefined ? "" : countText(total)}</p>
        {total === undefined && !totals.isError ? (
          <span aria-hidden="true">{countingText(totals.data)}</span>
        ) : null}
        {totals.isError ? (
          <>
            The traces could not be counted.
            <Button size="compact-xs" variant="default" onClick={() => void totals.refetch()}>
              Count again
            </Button>
          </>
        ) : null}
        {dialog.failed ? (
          <span role="alert">View Trace could not be loaded. Try again.</span>
        ) : null}
      </div>
      <TraceTable
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
