import type { TracePage } from "@trace-console/contracts/console-api";
import type { TracePages, Waiting } from "./new-traces.ts";

/** So many rows stay loaded when new ones come: those beyond are loaded again by reading on. */
const mostRows = 10_000;
/** Few new traces join the first page up to this size, so that pages do not become many. */
const rowsOfPage = 200;

/** The pages with the parameters that lead to them: a list is read on by the `next` of a page. */
function inOrder(pages: TracePage[]): TracePages {
  return {
    pages,
    pageParams: pages.map((_, index) => (index === 0 ? null : (pages[index - 1]?.next ?? null))),
  };
}

/** As many of the newest pages as hold the rows that stay loaded. */
function bounded(pages: readonly TracePage[]): TracePage[] {
  let rows = 0;
  return pages.filter(({ traces }) => {
    const isKept = rows < mostRows;
    rows += traces.length;
    return isKept;
  });
}

/** The pages without traces that stand before them now, which only traces from `since` on can. */
function withoutIds(pages: readonly TracePage[], ids: ReadonlySet<string>, since: number) {
  return pages
    .map((page) =>
      (page.traces[0]?.time ?? 0) < since
        ? page
        : { ...page, traces: page.traces.filter(({ trace_id }) => !ids.has(trace_id)) },
    )
    .filter(({ traces }) => traces.length > 0);
}

/**
 * The list with the traces that waited before it, and its oldest pages cut off when it has become
 * too long. Where there is a gap the list begins anew with what waited, and is read on from there.
 */
export function withWaiting({ pages }: TracePages, waiting: Waiting): TracePages {
  const { traces, ahead, isWhole } = waiting;
  const oldest = traces.at(-1);
  const ids = new Set(traces.map(({ trace_id }) => trace_id));
  const older = isWhole ? withoutIds(pages, ids, oldest?.time ?? 0) : [];
  const isEnd = isWhole && older.length === 0;
  const first: TracePage = {
    traces: [...traces],
    ahead: [...ahead],
    // What follows a trace is asked for by its id.
    next: isEnd ? (pages.at(-1)?.next ?? null) : (oldest?.trace_id ?? null),
  };
  const [second, ...others] = older;
  if (second === undefined || first.traces.length + second.traces.length > rowsOfPage) {
    return inOrder(bounded([first, ...older]));
  }
  const joined: TracePage = {
    traces: [...first.traces, ...second.traces],
    ahead: [...first.ahead, ...second.ahead],
    next: second.next,
  };
  return inOrder(bounded([joined, ...others]));
}

/** The list without traces from before `from`, out of which the range has moved. */
export function withoutOlder(list: TracePages, from: number): TracePages {
  const oldest = list.pages.at(-1)?.traces.at(-1);
  if (oldest === undefined || oldest.time >= from) return list;
  const pages = list.pages
    .map((page) => ({ ...page, traces: page.traces.filter(({ time }) => time >= from) }))
    .filter(({ traces }, index) => traces.length > 0 || index === 0);
  const last = pages.pop();
  // All that is left in the range is loaded.
  return inOrder(last === undefined ? pages : [...pages, { ...last, next: null }]);
}
