import { CsvCells } from "./csv-cells.ts";
import { WireFields } from "./wire-fields.ts";

/** The columns: those of the Trace List first, then what an auditor filters a sheet by. */
const columns = [
  "time",
  "trace_name",
  "resource_type",
  "service_type",
  "resource_id",
  "resource_name",
  "trace_rating",
  "user",
  "source_ip",
  "trace_type",
  "code",
  "trace_id",
  "record_time",
  "message",
  "request",
  "response",
  "request_id",
  "api_version",
  "operation_id",
  "read_only",
  "event_type",
  "tracker_name",
  "enterprise_project_id",
  "resource_account_id",
  "domain_id",
  "project_id",
  "access_key_id",
  "user_agent",
  "endpoint",
  "resource_url",
  "location_info",
] as const;

/** Where the columns stand in a trace. */
const wirePaths: readonly string[] = columns.map((column) => {
  if (column === "user") return "user.name";
  return column === "access_key_id" ? "user.access_key_id" : column;
});

const fields = new WireFields(wirePaths);
const timeColumns = columns.map((column) => column === "time" || column === "record_time");

/** Behind it, spreadsheets read Chinese as it was meant. */
const byteOrderMark = "\uFEFF";
const dayMs = 86_400_000;
/** The last moment that a date can name, ms since 1970, and as long before 1970 the first. */
const lastTime = 8.64e15;
const [lineBreak, quote, minus, zero] = [0x0a, 0x22, 0x2d, 0x30];

/** This module, as what an export goes through on its way. */
export const csvFormatter = import.meta.url;

/** The first line. */
export function formatCsvHeader(): string {
  return `${byteOrderMark}${columns.map((column) => `"${column}"`).join(",")}\r\n`;
}

/**
 * Stored traces as lines of CSV (RFC 4180), all cells quoted. A cell that a spreadsheet might run
 * is preceded by an apostrophe; times are ISO 8601 in UTC. CSV is a view: the faithful form is the
 * JSON. The bytes of a value go from the one text to the other: values made of them would take
 * three times as long.
 *
 * @param lines wire JSON in UTF-8 as the store keeps it, each with a line break behind it.
 */
export function formatLines(lines: Uint8Array): Uint8Array<ArrayBuffer> {
  const cells = new CsvCells(lines.length);
  let start = 0;
  for (let end = lines.indexOf(lineBreak); end !== -1; end = lines.indexOf(lineBreak, start)) {
    if (!fields.read(lines, start, end)) throw new TypeError("a stored trace cannot be read");
    for (let column = 0; column < columns.length; column += 1) {
      writeCell(cells, lines, fields.starts[column] ?? -1, fields.ends[column] ?? -1, column);
    }
    cells.endRow();
    start = end + 1;
  }
  return cells.finish();
}

function writeCell(
  cells: CsvCells,
  lines: Uint8Array,
  start: number,
  end: number,
  column: number,
): void {
  if (start === -1) cells.writeNothing();
  else if (lines[start] === quote) cells.writeString(lines, start + 1, end - 1);
  else if (timeColumns[column] === true) writeTime(cells, lines, start, end);
  else cells.writeRaw(lines, start, end);
}

const numerals = (width: number) =>
  Array.from({ length: 10 ** width }, (_, number) => String(number).padStart(width, "0"));
const [twoDigits, threeDigits] = [numerals(2), numerals(3)];

/** Dates by day number, of the days met last. */
const dates = new Map<number, string>();
const datesAtMost = 100;

function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * dayMs).toISOString().split("T", 1)[0] ?? "";
  if (dates.size >= datesAtMost) dates.clear();
  dates.set(day, date);
  return date;
}

/** A time as `toISOString` writes it, at a fifth of its cost; what no date can name, as it is. */
function writeTime(cells: CsvCells, lines: Uint8Array, start: number, end: number): void {
  const time = readInteger(lines, start, end);
  if (!(Math.abs(time) <= lastTime)) {
    cells.writeRaw(lines, start, end);
    return;
  }
  const day = Math.floor(time / dayMs);
  const ms = time - day * dayMs;
  const hour = twoDigits[Math.floor(ms / 3_600_000)];
  const minute = twoDigits[Math.floor(ms / 60_000) % 60];
  const second = twoDigits[Math.floor(ms / 1000) % 60];
  cells.writeAscii(`${dateOf(day)}T${hour}:${minute}:${second}.${threeDigits[ms % 1000]}Z`);
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
