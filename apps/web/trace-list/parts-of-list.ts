// What the list shows at once beside its rows, fetched in one piece: a browser asks for six files at
// a time, and behind twenty small ones the traces themselves would wait.
export { CellActions } from "../cell-actions/cell-actions.tsx";
export { CopyAs } from "../copy-as/copy-as.tsx";
export { ExportTraces } from "../export/export-traces.tsx";
export { TraceHistogram } from "../histogram/trace-histogram.tsx";
export { SavedViews } from "../saved-views/saved-views.tsx";
export { ColumnSeparator } from "../table-settings/column-separator.tsx";
export { TableSettings } from "../table-settings/table-settings.tsx";
export { DisabledNotice } from "../tracker-list/disabled-notice.tsx";
