import type { SavedView, ViewState } from "@trace-console/contracts/saved-view-api";
import { formatTraceQuery, type TraceQuery } from "@trace-console/contracts/trace-filter";
import { shownColumns } from "../table-settings/columns-url.ts";
import type { FieldColumn } from "../trace-list/trace-columns.ts";
import { formatTraceListUrl, type TraceListState } from "../trace-list/trace-list-url.ts";
import { rangeOfPreset } from "../trace-list/time-range.ts";
import { viewParam } from "./view-param.ts";

/** What a view keeps of the page as it is: its state and the columns that its table shows. */
export function viewStateOf(
  { query, preset }: TraceListState,
  columns: readonly FieldColumn[],
): ViewState {
  const { from, to, ...filter } = query;
  return {
    filter,
    range: preset === null ? { from, to } : { preset },
    columns: columns.map(({ id }) => id),
  };
}

/** The query of a view that is opened at `now` (ms since 1970), and its preset. */
function openedAt({ filter, range }: ViewState, now: number): TraceListState {
  return "preset" in range
    ? { query: { ...filter, ...rangeOfPreset(range.preset, now) }, preset: range.preset }
    : { query: { ...filter, ...range }, preset: null };
}

/**
 * The page's parameters that open a view at `now` (ms since 1970).
 *
 * @param remembered ids of the columns that the table shows when the address names none.
 */
export function viewAddress(
  params: URLSearchParams,
  { view_id, state }: Pick<SavedView, "view_id" | "state">,
  remembered: readonly string[],
  now: number,
): URLSearchParams {
  const opened = formatTraceListUrl(params, openedAt(state, now));
  if (state.columns !== undefined) {
    const unnamed = shownColumns(null, remembered).map(({ id }) => id);
    if (isSameList(unnamed, state.columns)) opened.delete("columns");
    else opened.set("columns", state.columns.join(","));
  }
  opened.set(viewParam, view_id);
  return opened;
}

/** Whether a page with the state `shown` shows what the view holds, whenever it was opened. */
export function isSameView(view: ViewState, shown: ViewState): boolean {
  return (
    JSON.stringify(filtersOf(view)) === JSON.stringify(filtersOf(shown)) &&
    isSameRange(view.range, shown.range) &&
    (view.columns === undefined || isSameList(view.columns, shown.columns ?? []))
  );
}

function isSameRange(one: ViewState["range"], other: ViewState["range"]): boolean {
  if ("preset" in one) return "preset" in other && one.preset === other.preset;
  return "from" in other && one.from === other.from && one.to === other.to;
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, place) => id === other[place]);
}

/** The filters as a list that does not depend on the order in which values were chosen. */
function filtersOf({ filter }: ViewState): string[] {
  const query: TraceQuery = { ...filter, from: 0, to: 0 };
  return [...formatTraceQuery(query)].map((pair) => JSON.stringify(pair)).toSorted();
}
