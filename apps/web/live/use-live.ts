import { formatTraceQuery, readsTraces } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { useCallback, useRef, useState } from "react";
import type { TraceListState } from "../trace-list/trace-list-url.ts";
import { beginOf, isCountDue, queryAt } from "./live-range.ts";

/** A list of traces, to which Live may add. */
export interface LiveList {
  /** Names the list, also while its query moves on. */
  readonly key: string;
  /** The query as it was when the list began. */
  readonly began: TraceQuery;
  /** After Live has ended the list stays as it is, until something else is asked for. */
  readonly live: "off" | "on" | "ended";
  /**
   * Told of each look for new traces: the moment up to which was looked (ms since 1970), and
   * whether what is counted may go on to it now.
   */
  readonly onLooked: (to: number, mayCount: boolean) => void;
}

/** What was counted up to which moment, for which query of the address. */
interface Counted {
  readonly asked: string;
  readonly to: number;
}

function textOf(query: TraceQuery): string {
  return formatTraceQuery(query).toString();
}

/**
 * The query that the page shows. Without Live it is that of the address.
 *
 * With Live the address says only that the range goes up to now (`live=1`, `range=1h`). Its `from`
 * and `to` are where Live began, and they stay: no step is added to the history, and a reload or a
 * shared link is live again at its own present moment. Here the range moves along: total,
 * histogram and facets are asked for again at most every 15 seconds, and not at all while the tab
 * is hidden, as `onLooked` is not called then.
 *
 * The list is asked for once. Its key is made of the query of the address, which stays the same;
 * what is new is put before its pages (live-updates.tsx), so that nothing is loaded twice and the
 * reader stays where they are. Another filter or preset, Query and Refresh change the address: that
 * begins a new list. `end` gives the query with which Live is turned off, up to the last look: the
 * list stays, and is that of an ordinary address from then on.
 */
export function useLive({ query, preset, live = false }: TraceListState) {
  const asked = textOf(query);
  const [opened] = useState(() => Date.now());
  const [counted, setCounted] = useState<Counted>({ asked: "", to: 0 });
  const [ended, setEnded] = useState({ asked: "", key: "", began: query });
  const lookedTo = useRef(0);

  const begin = beginOf(query, opened);
  const countedTo = counted.asked === asked ? Math.max(counted.to, begin) : begin;
  const isSearch = readsTraces(query);
  const onLooked = useCallback(
    (to: number, mayCount: boolean) => {
      lookedTo.current = to;
      if (mayCount && isCountDue(isSearch, countedTo, to)) setCounted({ asked, to });
    },
    [asked, isSearch, countedTo],
  );

  if (!live || preset === null) {
    const isEnded = ended.asked === asked;
    const list: LiveList = isEnded
      ? { key: ended.key, began: ended.began, live: "ended", onLooked }
      : { key: asked, began: query, live: "off", onLooked };
    return { query, list, end: () => query };
  }
  const list: LiveList = {
    key: `live ${begin} ${asked}`,
    began: queryAt(query, preset, begin),
    live: "on",
    onLooked,
  };
  const end = () => {
    const last = queryAt(query, preset, Math.max(countedTo, lookedTo.current));
    setEnded({ asked: textOf(last), key: list.key, began: list.began });
    return last;
  };
  return { query: queryAt(query, preset, countedTo), list, end };
}
