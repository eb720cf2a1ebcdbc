import { createRowFormatter, readTableForm } from "./format-rows.ts";
import { SheetCells } from "./sheet-cells.ts";

/** This module, as what an export goes through on its way. */
export const sheetFormatter = import.meta.url;

/** XML has so many bytes for one of JSON, about. */
const growth = 3;

/**
 * Stored traces as rows of a sheet of a workbook (`workbook.ts`), all cells as text.
 *
 * @param options a `TableForm`; all columns and UTC where it is not given.
 */
export function createFormatter(options?: unknown): (lines: Uint8Array) => Uint8Array<ArrayBuffer> {
  return createRowFormatter(
    readTableForm(options),
    (capacity) => new SheetCells(capacity * growth),
  );
}
