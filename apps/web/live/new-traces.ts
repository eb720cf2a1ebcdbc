import type { InfiniteData } from "@tanstack/react-query";
import type { TracePage } from "@trace-console/contracts/console-api";
import type { Trace } from "@trace-console/contracts/trace";

/** The pages of the list as react-query keeps them. */
export type TracePages = InfiniteData<TracePage, string | null>;

/** Traces that are newer than the list, until they are shown. */
export interface Waiting {
  /** Newest first, and between them those of the list that stand there. */
  readonly traces: readonly Trace[];
  readonly ahead: readonly string[];
  /** How many new ones came. */
  readonly count: number;
  /** Whether there were more than could be counted. */
  readonly isMore: boolean;
  /** Whether these are all of them; else there is a gap between them and the list. */
  readonly isWhole: boolean;
}

/** Of more than these only the newest wait; the others are read on to when the list is shown. */
const mostWaiting = 1_000;

function* tracesOf(pages: readonly TracePage[]): Generator<Trace> {
  for (const page of pages) yield* page.traces;
}

/** The ids of all traces since a moment; the traces are newest first. */
function idsSince(traces: Iterable<Trace>, from: number): Set<string> {
  const ids = new Set<string>();
  for (const { time, trace_id } of traces) {
    if (time < from) break;
    ids.add(trace_id);
  }
  return ids;
}

/** The time of the newest trace that is known, ms since 1970; undefined while there is none. */
export function newestTime(
  shown: readonly TracePage[],
  waiting: Waiting | null,
): number | undefined {
  return (waiting?.traces[0] ?? shown[0]?.traces[0])?.time;
}

/**
 * Adds what a look has found to what waits.
 *
 * @param found the newest page of all traces since `from`, from when on all that is listed is known
 *   here (look-from.ts).
 */
export function takeIn(
  found: TracePage,
  from: number,
  shown: readonly TracePage[],
  waiting: Waiting | null,
): Waiting | null {
  const known = new Set([
    ...idsSince(tracesOf(shown), from),
    ...idsSince(waiting?.traces ?? [], from),
  ]);
  const count = found.traces.filter(({ trace_id }) => !known.has(trace_id)).length;
  if (count === 0) return waiting;
  // A full page of nothing but new traces does not reach down to those that are known.
  const isGap = found.next !== null && count === found.traces.length;
  const ids = new Set(found.traces.map(({ trace_id }) => trace_id));
  const before = isGap ? [] : (waiting?.traces ?? []).filter(({ trace_id }) => !ids.has(trace_id));
  const traces = [...found.traces, ...before];
  const isTooMany = traces.length > mostWaiting;
  return {
    traces: traces.slice(0, mostWaiting),
    ahead: [...new Set([...found.ahead, ...(waiting?.ahead ?? [])])].slice(0, mostWaiting),
    count: count + (waiting?.count ?? 0),
    isMore: isGap || waiting?.isMore === true,
    isWhole: !isGap && !isTooMany && waiting?.isWhole !== false,
  };
}

/** The ids of those that wait and are not shown yet. */
export function newIds(shown: readonly TracePage[], { traces }: Waiting): ReadonlySet<string> {
  const known = idsSince(tracesOf(shown), traces.at(-1)?.time ?? 0);
  return new Set(traces.map(({ trace_id }) => trace_id).filter((id) => !known.has(id)));
}
