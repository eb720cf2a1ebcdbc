import type { SavedView, ViewHead, ViewState } from "@trace-console/contracts/saved-view-api";
import { useSearchParams } from "react-router-dom";
import { usePreference } from "../preferences/preferences.ts";
import { useColumns } from "../table-settings/use-columns.ts";
import { readTraceListUrl } from "../trace-list/trace-list-url.ts";
import { useSavedViews } from "./saved-view-queries.ts";
import { viewParam, withoutView } from "./view-param.ts";
import { isSameView, viewAddress, viewStateOf } from "./view-state.ts";

/** The page as a view would keep it, and the saved view that it was opened from. */
export interface CurrentView {
  readonly shown: ViewState;
  /** None when the address names none, or one that is gone or not the reader's to see. */
  readonly view: SavedView | undefined;
  /** Whether the page no longer shows what that view holds. */
  readonly isChanged: boolean;
}

/**
 * The saved views of a project and the one that the address names.
 *
 * @param isWanted whether the views are shown; else they are asked for only for that one.
 */
export function useCurrentView(projectId: string, isWanted: boolean) {
  const [params, setParams] = useSearchParams();
  const columns = useColumns();
  const remembered = usePreference("columns");
  const id = params.get(viewParam);
  const list = useSavedViews(projectId, isWanted || id !== null);
  const url = readTraceListUrl(params);
  const view = list.data?.views.find(({ view_id }) => view_id === id);
  const shown = url.ok ? viewStateOf(url.state, columns) : null;
  const current: CurrentView | null =
    shown === null
      ? null
      : { shown, view, isChanged: view !== undefined && !isSameView(view.state, shown) };

  return {
    list,
    /** Null while the address cannot be read; then the page shows no list either. */
    current,
    /** Shows what a view holds, as of now. */
    open: (wanted: SavedView) =>
      setParams((now) => viewAddress(now, wanted, remembered, Date.now())),
    /** The page now shows a view that was made of it. */
    adopt: ({ view_id }: SavedView) =>
      setParams(
        (now) => {
          const named = new URLSearchParams(now);
          named.set(viewParam, view_id);
          return named;
        },
        { replace: true },
      ),
    /** The page is no longer that of this view, which is gone. */
    leave: ({ view_id }: ViewHead) => {
      if (view_id === id) setParams(withoutView, { replace: true });
    },
  };
}
