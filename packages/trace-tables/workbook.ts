import type { ExportColumn } from "@trace-console/contracts/trace-columns";
import { ZipWriter } from "./zip-writer.ts";
import { sheetEnd, sheetPath, sheetStart, workbookParts } from "./workbook-parts.ts";

/** Rows that a sheet holds at most beside its head: 1,048,576 with it (Excel's limits). */
export const maxSheetRows = 1_048_575;

/**
 * Bytes of rows that a sheet begins no further piece with: one of 4 GB would need numbers of eight
 * bytes before its length is known. A piece, whose cells are cut, is far shorter than what is left.
 */
const maxSheetBytes = 2 ** 32 - 2 ** 26;

/** Rows of a sheet, as `trace-sheet` writes them. */
export interface SheetRows {
  readonly bytes: Uint8Array;
  /** How many they are. */
  readonly traces: number;
}

/**
 * A workbook (XLSX) of rows as they come, over as many sheets as they need: each has the head in
 * its first row, which stays in sight. What fails at once fails before anything is written.
 *
 * @param pieces of which one ends after every `rowsPerSheet` rows.
 */
export async function* writeWorkbook(
  pieces: AsyncIterable<SheetRows>,
  columns: readonly ExportColumn[],
  rowsPerSheet = maxSheetRows,
  bytesPerSheet = maxSheetBytes,
): AsyncGenerator<Uint8Array> {
  const source = pieces[Symbol.asyncIterator]();
  try {
    let step = await source.next();
    /** Since the last piece that ends where a sheet has to. */
    let rows = 0;
    async function* sheet() {
      yield sheetStart(columns);
      let bytes = 0;
      while (step.done !== true && rows < rowsPerSheet && bytes < bytesPerSheet) {
        rows += step.value.traces;
        bytes += step.value.bytes.length;
        yield step.value.bytes;
        step = await source.next();
      }
      if (rows === rowsPerSheet) rows = 0;
      yield sheetEnd;
    }
    const zip = new ZipWriter();
    let sheets = 0;
    do {
      sheets += 1;
      yield* zip.file(sheetPath(sheets), sheet());
    } while (step.done !== true);
    for (const [path, text] of workbookParts(sheets)) yield* zip.file(path, [Buffer.from(text)]);
    yield* zip.end();
  } finally {
    await source.return?.();
  }
}
