import type { Density } from "../preferences/preferences.ts";
import { type FieldColumn, fieldColumns } from "../trace-list/trace-columns.ts";

/**
 * Names what the height of the rows depends on; it is part of the key of each row, so it is short,
 * and empty at first. Columns count only where their texts are wrapped.
 */
export function rowForm(columns: readonly FieldColumn[], density: Density, wrap: boolean): string {
  const places = wrap ? columns.map((column) => fieldColumns.indexOf(column).toString(36)) : [];
  return `${density === "compact" ? "compact " : ""}${wrap ? `wrapped ${places.join("")} ` : ""}`;
}
