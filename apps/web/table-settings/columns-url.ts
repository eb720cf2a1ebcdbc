import { type FieldColumn, defaultColumns, fieldColumns } from "../trace-list/trace-columns.ts";

/** The columns with these ids, in their order; unknown and repeated ids are ignored. */
function columnsOf(ids: readonly string[]): FieldColumn[] {
  return [...new Set(ids)].flatMap((id) => fieldColumns.filter((column) => column.id === id));
}

/** The columns that the parameter `columns` of the page names: `trace_name,time`. */
export function namedColumns(text: string | null): FieldColumn[] {
  return columnsOf(text?.split(",") ?? []);
}

/**
 * What the table shows: the columns that the address names, else those that this browser
 * remembers, else those of CTS.
 */
export function shownColumns(
  named: string | null,
  remembered: readonly string[],
): readonly FieldColumn[] {
  const candidates = [namedColumns(named), columnsOf(remembered)];
  return candidates.find((columns) => columns.length > 0) ?? defaultColumns;
}

/** The ids of columns, to be remembered and named; none for the columns of CTS in their order. */
export function idsOf(columns: readonly FieldColumn[]): string[] {
  const isDefault =
    columns.length === defaultColumns.length &&
    columns.every((column, place) => column === defaultColumns[place]);
  return isDefault ? [] : columns.map(({ id }) => id);
}

/** The page's parameters for these columns: all else stays as it is. */
export function withColumns(
  params: URLSearchParams,
  columns: readonly FieldColumn[],
): URLSearchParams {
  const changed = new URLSearchParams(params);
  const ids = idsOf(columns);
  if (ids.length === 0) changed.delete("columns");
  else changed.set("columns", ids.join(","));
  return changed;
}
