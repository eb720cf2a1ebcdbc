import { type TableForm, tableFormSchema } from "@trace-console/contracts/export-api";
import { createTimeText } from "./time-text.ts";
import { WireFields } from "./wire-fields.ts";

const [lineBreak, quote, minus, zero] = [0x0a, 0x22, 0x2d, 0x30];
const timeColumns = ["time", "record_time"];

/** Writes the cells of rows into bytes, each in its order. */
export interface CellWriter {
  /** A cell of ASCII. */
  readonly writeAscii: (text: string) => void;
  /** A cell of UTF-8 as it is. */
  readonly writeRaw: (source: Uint8Array, start: number, end: number) => void;
  /** A cell of a JSON string, `start` to `end` without its quotes. */
  readonly writeString: (source: Uint8Array, start: number, end: number) => void;
  /** An empty cell. */
  readonly writeNothing: () => void;
  /** Ends the row whose cells were written. */
  readonly endRow: () => void;
  /** What was written; nothing may be written after it. */
  readonly finish: () => Uint8Array<ArrayBuffer>;
}

/** Where a column stands in a trace. */
function wirePath(column: string): string {
  if (column === "user") return "user.name";
  return column === "access_key_id" ? "user.access_key_id" : column;
}

/** The form of a table, as whoever asks for a formatter has told it. @throws ZodError for another. */
export function readTableForm(options: unknown): TableForm {
  return tableFormSchema.parse(options ?? {});
}

/**
 * Makes a function that writes stored traces as rows of a table. The bytes of a value go from the
 * one text to the other: values made of them would take three times as long.
 *
 * @param open begins the table of a piece of wire JSON of so many bytes.
 * @returns a function of wire JSON in UTF-8 as the store keeps it, each with a line break behind it.
 */
export function createRowFormatter(
  { columns, time_zone }: TableForm,
  open: (capacity: number) => CellWriter,
): (lines: Uint8Array) => Uint8Array<ArrayBuffer> {
  const fields = new WireFields(columns.map(wirePath));
  const isTime = columns.map((column) => timeColumns.includes(column));
  const timeText = createTimeText(time_zone);

  const writeCell = (cells: CellWriter, lines: Uint8Array, column: number) => {
    const start = fields.starts[column] ?? -1;
    const end = fields.ends[column] ?? -1;
    if (start === -1) return cells.writeNothing();
    if (lines[start] === quote) return cells.writeString(lines, start + 1, end - 1);
    const time = isTime[column] === true ? timeText(readInteger(lines, start, end)) : undefined;
    return time === undefined ? cells.writeRaw(lines, start, end) : cells.writeAscii(time);
  };

  return (lines) => {
    const cells = open(lines.length);
    let start = 0;
    for (let end = lines.indexOf(lineBreak); end !== -1; end = lines.indexOf(lineBreak, start)) {
      if (!fields.read(lines, start, end)) throw new TypeError("a stored trace cannot be read");
      for (let column = 0; column < columns.length; column += 1) writeCell(cells, lines, column);
      cells.endRow();
      start = end + 1;
    }
    return cells.finish();
  };
}

/** @returns NaN for what is no integer. */
function readInteger(bytes: Uint8Array, start: number, end: number): number {
  const isNegative = bytes[start] === minus;
  let integer = 0;
  for (let at = isNegative ? start + 1 : start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) return Number.NaN;
    integer = integer * 10 + digit;
  }
  return isNegative ? -integer : integer;
}
