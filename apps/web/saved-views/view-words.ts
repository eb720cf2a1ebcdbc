import type { ViewState } from "@trace-console/contracts/saved-view-api";
import type { texts as listTexts } from "../trace-list/texts.ts";
import { filtersInForce } from "../trace-list/filters.ts";
import { formatRange } from "../trace-list/time-range.ts";
import type { texts } from "./texts.ts";

interface ViewTexts {
  readonly own: typeof texts.english;
  /** What the Trace List says, which names the filters. */
  readonly list: typeof listTexts.english;
}

/** Longest description of a view, in UTF-16 units: enough to know it again. */
const descriptionLength = 300;

/** What a view shows, in words: its time range in a zone, and its filters. */
export function describeView({ filter, range }: ViewState, zone: string, t: ViewTexts): string {
  const { bar, filters, time } = t.list;
  const { start, end } = "preset" in range ? { start: "", end: "" } : formatRange(range, zone);
  const parts = [
    "preset" in range ? time.preset[range.preset] : t.own.range(start, end),
    ...(filter.trace_type === "system" ? [] : [`${bar.kind}${t.own.colon}${bar.kinds.data}`]),
    ...filtersInForce({ ...filter, from: 0, to: 0 }, filters).map(
      ({ label, value }) => `${label}${t.own.colon}${value}`,
    ),
  ];
  const text = parts.join(t.own.separator);
  return text.length > descriptionLength ? `${text.slice(0, descriptionLength)}…` : text;
}
