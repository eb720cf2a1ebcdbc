import { lazy } from "react";

// Parts of the page that are fetched when the first of them is shown. When they cannot be had, the
// list does without: each tells in another way what the list tells as well.

/** One trace as a sentence. */
export const TraceSentence = lazy(async () => {
  const code = await import("../trace-sentences/trace-sentence.tsx").catch(() => null);
  return { default: code?.TraceSentence ?? nothing };
});

/** Where a trace holds the text that is searched for. */
export const HitLine = lazy(async () => {
  const code = await import("../text-search/hit-line.tsx").catch(() => null);
  return { default: code?.HitLine ?? nothing };
});

/** The histogram over time. */
export const TraceHistogram = lazy(async () => {
  const code = await import("../histogram/trace-histogram.tsx").catch(() => null);
  return { default: code?.TraceHistogram ?? nothing };
});

/** What belongs to a trace: its counterpart, and the trace before it. */
export const RelatedTraces = lazy(async () => {
  const code = await import("../related-traces/related-traces.tsx").catch(() => null);
  return { default: code?.RelatedTraces ?? nothing };
});

/** Copies the query as a link or as a call of the API. */
export const CopyAs = lazy(async () => {
  const code = await import("../copy-as/copy-as.tsx").catch(() => null);
  return { default: code?.CopyAs ?? nothing };
});

/** The button "Columns", which opens the settings of the table. */
export const TableSettings = lazy(async () => {
  const code = await import("../table-settings/table-settings.tsx").catch(() => null);
  return { default: code?.TableSettings ?? nothing };
});

/** The edge of a column, by which it is resized. */
export const ColumnSeparator = lazy(async () => {
  const code = await import("../table-settings/column-separator.tsx").catch(() => null);
  return { default: code?.ColumnSeparator ?? nothing };
});

/** What can be done with the values of the table. */
export const CellActions = lazy(async () => {
  const code = await import("../cell-actions/cell-actions.tsx").catch(() => null);
  return { default: code?.CellActions ?? nothing };
});

/** The same for the values of an expanded row. */
export const DetailActions = lazy(async () => {
  const code = await import("../cell-actions/detail-actions.tsx").catch(() => null);
  return { default: code?.DetailActions ?? nothing };
});

/** How long a trace is still kept. */
export const ExpiryLine = lazy(async () => {
  const code = await import("../trace-link/trace-expiry.tsx").catch(() => null);
  return { default: code?.ExpiryLine ?? nothing };
});

function nothing(_props: object) {
  return null;
}
