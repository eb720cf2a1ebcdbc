import { useQueryClient } from "@tanstack/react-query";
import type { TracePage } from "@trace-console/contracts/console-api";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { type RefObject, useEffect, useRef, useState } from "react";
import { fetchTracePage } from "../api-client/trace-api.ts";
import { pagesKey } from "../trace-list/trace-queries.ts";
import { Announcements } from "./announcements.ts";
import { withoutOlder, withWaiting } from "./growing-list.ts";
import { type Interruption, keepLooking } from "./keep-looking.ts";
import { isForLate, lookFrom } from "./look-from.ts";
import { type TracePages, type Waiting, newIds, takeIn } from "./new-traces.ts";
import { isChoosing, isReading } from "./place.ts";
import type { LiveList } from "./use-live.ts";

const none: ReadonlySet<string> = new Set();

export interface LiveUpdatesOptions {
  readonly projectId: string;
  /** The query as it is counted now. */
  readonly query: TraceQuery;
  readonly list: LiveList;
  /** The scrolling table of the traces. */
  readonly region: RefObject<HTMLElement | null>;
  /** Whether the list has come: before, there is nothing to add to. */
  readonly isLoaded: boolean;
  /** Whether a trace is open in its dialog. */
  readonly isOpened: boolean;
  /** Told which rows have just appeared. */
  readonly onNew: (ids: ReadonlySet<string>) => void;
}

/**
 * Looks for traces that the list lacks and shows them when nobody reads there, else keeps them
 * until `showWaiting` is called. They are put before the pages of the list in react-query's cache.
 */
export function useLiveUpdates(options: LiveUpdatesOptions) {
  const { projectId, list, region, isLoaded, onNew } = options;
  const client = useQueryClient();
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [interruption, setInterruption] = useState<Interruption | null>(null);
  const [told, setTold] = useState(0);
  const latest = useRef({ ...options, waiting });
  useEffect(() => {
    latest.current = { ...options, waiting };
  });

  const { key } = list;
  const isOn = list.live === "on" && isLoaded;
  useEffect(() => {
    if (!isOn) return undefined;
    const listKey = pagesKey(projectId, key);
    const lookKey = ["live", ...listKey];
    const announcements = new Announcements();
    let lookedForLate = Date.now();

    const look = async (signal: AbortSignal) => {
      const { query, waiting: before } = latest.current;
      const now = Date.now();
      const shown = client.getQueryData<TracePages>(listKey)?.pages ?? [];
      const forLate = isForLate(lookedForLate, now);
      const from = lookFrom(shown, before, now - (query.to - query.from), forLate);
      const found = await client.query({
        queryKey: lookKey,
        queryFn: (context) =>
          fetchTracePage(projectId, { ...query, from, to: now }, {}, context.signal),
        staleTime: 0,
        gcTime: 0,
      });
      if (forLate) lookedForLate = now;
      if (!signal.aborted) take(found, from, now);
    };

    const take = (found: TracePage, from: number, now: number) => {
      const { query, isOpened, waiting: before, list: current } = latest.current;
      const pages = client.getQueryData<TracePages>(listKey);
      if (pages === undefined) return;
      const after = takeIn(found, from, pages.pages, before);
      setTold(announcements.take((after?.count ?? 0) - (before?.count ?? 0), now));
      // A page that is being read on would put the list back to what it was when that began.
      const isBusy = client.getQueryState(listKey)?.fetchStatus === "fetching";
      const table = region.current;
      const mayMove = !isBusy && !isOpened && (table === null || !isReading(table));
      if (mayMove) {
        const grown = after === null ? pages : withWaiting(pages, after);
        const next = withoutOlder(grown, query.from);
        if (next !== pages) client.setQueryData<TracePages>(listKey, next);
      }
      setWaiting(mayMove ? null : after);
      onNew(mayMove && after !== null ? newIds(pages.pages, after) : none);
      current.onLooked(now, !isChoosing());
    };

    const stop = keepLooking({ look, onOutcome: setInterruption });
    return () => {
      stop();
      void client.cancelQueries({ queryKey: lookKey });
      setInterruption(null);
      setTold(0);
      onNew(none);
    };
  }, [client, projectId, key, isOn, region, onNew]);

  /** Shows what waits, at the top of the list. */
  const showWaiting = async () => {
    const listKey = pagesKey(projectId, key);
    await client.cancelQueries({ queryKey: listKey, exact: true });
    const pages = client.getQueryData<TracePages>(listKey);
    if (waiting === null || pages === undefined) return;
    region.current?.scrollTo({ top: 0 });
    // The button that was pressed goes away with what it told.
    region.current?.focus({ preventScroll: true });
    const grown = withoutOlder(withWaiting(pages, waiting), options.query.from);
    client.setQueryData<TracePages>(listKey, grown);
    setWaiting(null);
    onNew(newIds(pages.pages, waiting));
  };
  return { waiting, interruption, told, showWaiting };
}
