import type { Language } from "../preferences/preferences.ts";

/** The last instant that a JavaScript date can hold, ms since 1970. */
export const lastInstant = 8_640_000_000_000_000;

/** The time zone of the browser; all others go by their IANA names, such as `Asia/Shanghai`. */
export const localZone = "local";

const minute = 60_000;
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

// To make one takes longer than to write a page of times with it.
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  clocks.set(zone, clock);
  return clock;
}

/** Whether the browser knows a time zone of this name. */
export function isZone(zone: string): boolean {
  if (zone === localZone) return true;
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

function isDate(ms: number): boolean {
  return Math.abs(ms) <= lastInstant;
}

/** How far the clocks of a zone are ahead of GMT, in ms; NaN at a number that is no date. */
export function offsetAt(ms: number, zone: string): number {
  if (!isDate(ms)) return Number.NaN;
  if (zone === localZone) return -new Date(ms).getTimezoneOffset() * minute;
  // `7/3/2024, GMT-02:30`, and nothing behind GMT where the clocks show just that.
  const text = clockOf(zone).format(ms).split("GMT", 2)[1] ?? "";
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(":").map(Number);
  const offset = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return text.startsWith("-") ? -offset : offset;
}

/** `GMT+08:00`; before the standard times some zones had seconds, too. */
function offsetText(offset: number): string {
  const clock = new Date(Math.abs(offset)).toISOString().slice(11, 19).replace(/:00$/, "");
  return `GMT${offset < 0 ? "-" : "+"}${clock}`;
}

/** How far the clocks of a zone are ahead of GMT at a time, as it stands behind times. */
export function formatOffset(ms: number, zone: string): string {
  return offsetText(offsetAt(ms, zone));
}

/** What the clock and the calendar on the wall show. */
interface Wall {
  readonly year: string;
  /** From 0. */
  readonly month: number;
  readonly day: number;
  readonly clock: string;
  readonly offset: string;
}

const two = (value: number) => String(value).padStart(2, "0");

function wallOf(
  [year, month, day]: readonly [number, number, number],
  time: readonly [number, number, number],
  offset: number,
): Wall {
  return {
    year: String(year).padStart(4, "0"),
    month,
    day,
    clock: time.map(two).join(":"),
    offset: offsetText(offset),
  };
}

function localWall(ms: number): Wall {
  const date = new Date(ms);
  return wallOf(
    [date.getFullYear(), date.getMonth(), date.getDate()],
    [date.getHours(), date.getMinutes(), date.getSeconds()],
    // To the quarter of an hour: of the times before the standard ones it is not told exactly.
    -Math.round(date.getTimezoneOffset() / 15) * 15 * minute,
  );
}

function wallIn(ms: number, zone: string): Wall {
  const wanted = offsetAt(ms, zone);
  // Ahead of GMT the last of all days is no date any more: it is written in GMT.
  const offset = isDate(ms + wanted) ? wanted : 0;
  const date = new Date(ms + offset);
  return wallOf(
    [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()],
    [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()],
    offset,
  );
}

function wallAt(ms: number, zone: string): Wall {
  return zone === localZone ? localWall(ms) : wallIn(ms, zone);
}

/**
 * Writes a time (ms since 1970) as the Trace List shows it: `Jul 3, 2024 11:26:32 GMT+08:00`, in
 * Chinese `2024/07/03 11:26:32 GMT+08:00`. A number that is no date stays a number.
 */
export function formatTime(ms: number, language: Language, zone = localZone): string {
  if (!isDate(ms)) return String(ms);
  const { year, month, day, clock, offset } = wallAt(ms, zone);
  const date =
    language === "zh"
      ? `${year}/${two(month + 1)}/${two(day)}`
      : `${months[month] ?? ""} ${day}, ${year}`;
  return `${date} ${clock} ${offset}`;
}

/** Writes a time (ms) as the range field shows it: `2024-07-03 11:26:32`. */
export function formatSecond(ms: number, zone: string): string {
  if (!isDate(ms)) return String(ms);
  const { year, month, day, clock } = wallAt(ms, zone);
  return `${year}-${two(month + 1)}-${two(day)} ${clock}`;
}

/** The two ends of a time range as the range field shows them: both seconds belong to the range. */
export interface PickedRange {
  readonly start: string;
  readonly end: string;
}

/** Writes the half-open range `[from, to)` (ms) as two inclusive seconds `YYYY-MM-DD HH:mm:ss`. */
export function formatPickedRange(from: number, to: number, zone: string): PickedRange {
  return { start: formatSecond(from, zone), end: formatSecond(to - 1, zone) };
}
