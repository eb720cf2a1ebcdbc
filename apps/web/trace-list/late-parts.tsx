import { latePart } from "../ui/late-part.ts";

// Parts of the page that are fetched when the first of them is shown. When they cannot be had, the
// list does without: each tells in another way what the list tells as well.

const partsOfList = () => import("./parts-of-list.ts");

/** Tells that the tracker of the project records nothing. */
export const DisabledNotice = latePart(async () => (await partsOfList()).DisabledNotice);

/** One trace as a sentence. */
export const TraceSentence = latePart(
  async () => (await import("../trace-sentences/trace-sentence.tsx")).TraceSentence,
);

/** Where a trace holds the text that is searched for. */
export const HitLine = latePart(async () => (await import("../text-search/hit-line.tsx")).HitLine);

/** The histogram over time. */
export const TraceHistogram = latePart(async () => (await partsOfList()).TraceHistogram);

/** What belongs to a trace: its counterpart, and the trace before it. */
export const RelatedTraces = latePart(
  async () => (await import("../related-traces/related-traces.tsx")).RelatedTraces,
);

/** The views of the list that were saved. */
export const SavedViews = latePart(async () => (await partsOfList()).SavedViews);

/** Copies the query as a link or as a call of the API. */
export const CopyAs = latePart(async () => (await partsOfList()).CopyAs);

/** The button that exports what is on the screen. */
export const ExportTraces = latePart(async () => (await partsOfList()).ExportTraces);

/** The button "Columns", which opens the settings of the table. */
export const TableSettings = latePart(async () => (await partsOfList()).TableSettings);

/** The edge of a column, by which it is resized. */
export const ColumnSeparator = latePart(async () => (await partsOfList()).ColumnSeparator);

/** What can be done with the values of the table. */
export const CellActions = latePart(async () => (await partsOfList()).CellActions);

/** The same for the values of an expanded row. */
export const DetailActions = latePart(
  async () => (await import("../cell-actions/detail-actions.tsx")).DetailActions,
);

/** The steps that explain the page. */
export const ProcedureSteps = latePart(
  async () => (await import("../procedure/procedure-steps.tsx")).ProcedureSteps,
);

/** How long a trace is still kept. */
export const ExpiryLine = latePart(
  async () => (await import("../trace-link/trace-expiry.tsx")).ExpiryLine,
);

/** Fetches what the page shows at once, so that it is all drawn together. */
export function fetchPartsAhead(): void {
  const parts = [TraceHistogram, SavedViews, ExportTraces, CopyAs, TableSettings];
  for (const part of [...parts, DisabledNotice, ColumnSeparator, CellActions]) {
    void part.fetchAhead();
  }
}
