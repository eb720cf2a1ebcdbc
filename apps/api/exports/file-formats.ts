import type { ExportFormat, TableForm } from "@trace-console/contracts/export-api";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { csvFormatter, formatCsvHeader } from "@trace-console/trace-tables/trace-csv";
import { sheetFormatter } from "@trace-console/trace-tables/trace-sheet";
import { maxSheetRows, writeWorkbook } from "@trace-console/trace-tables/workbook";
import type { ExportOptions, ExportPiece } from "@trace-console/trace-store/trace-store";

/** Reads the traces to export, in the form that a file needs. */
type ReadPieces = (form: Omit<ExportOptions, "signal">) => AsyncIterable<ExportPiece>;

interface FileFormat {
  readonly type: string;
  /** The bytes of the file. What fails at once fails before the first of them. */
  readonly write: (read: ReadPieces, form: TableForm) => AsyncIterable<string | Uint8Array>;
}

/** How the file of each format is written. */
export const fileFormats: Readonly<Record<ExportFormat, FileFormat>> = {
  csv: {
    type: "text/csv; charset=utf-8",
    write: (read, form) =>
      behind(
        formatCsvHeader(form.columns),
        read({ formatter: { module: csvFormatter, options: form } }),
      ),
  },
  // The faithful one: the JSON that every list serves, one trace a line.
  ndjson: {
    type: "application/x-ndjson; charset=utf-8",
    write: (read) => behind("", read({})),
  },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: (read, form) =>
      writeWorkbook(
        read({
          formatter: { module: sheetFormatter, options: form },
          sectionSize: maxSheetRows,
        }),
        form.columns,
      ),
  },
};

/** What the file of an export is called: `traces-2026-03-09-to-2026-03-11.csv`, days of UTC. */
export function exportFileName({ from, to }: TraceQuery, format: ExportFormat): string {
  return `traces-${isoTime(from).slice(0, 10)}-to-${isoTime(to).slice(0, 10)}.${format}`;
}

/** A time in ISO 8601; the last one that there is stands for all behind it. */
export function isoTime(time: number): string {
  return new Date(Math.min(time, 8.64e15)).toISOString();
}

/** A head and the pieces behind it. */
async function* behind(
  head: string,
  pieces: AsyncIterable<ExportPiece>,
): AsyncGenerator<string | Uint8Array> {
  let isFirst = true;
  for await (const { bytes } of pieces) {
    if (isFirst) yield head;
    isFirst = false;
    yield bytes;
  }
  if (isFirst) yield head;
}
