import { type ExportColumn, exportColumns } from "@trace-console/contracts/trace-columns";
import { CsvCells } from "./csv-cells.ts";
import { createRowFormatter, readTableForm } from "./format-rows.ts";

/** Behind it, spreadsheets read Chinese as it was meant. */
const byteOrderMark = "\uFEFF";

/** This module, as what an export goes through on its way. */
export const csvFormatter = import.meta.url;

/** The first line. */
export function formatCsvHeader(columns: readonly ExportColumn[] = exportColumns): string {
  return `${byteOrderMark}${columns.map((column) => `"${column}"`).join(",")}\r\n`;
}

/**
 * Stored traces as lines of CSV (RFC 4180), all cells quoted. A cell that a spreadsheet might run
 * is preceded by an apostrophe; times are ISO 8601 with their offset. CSV is a view: the faithful
 * form is the JSON.
 *
 * @param options a `TableForm`; all columns and UTC where it is not given.
 */
export function createFormatter(options?: unknown): (lines: Uint8Array) => Uint8Array<ArrayBuffer> {
  return createRowFormatter(readTableForm(options), (capacity) => new CsvCells(capacity));
}
