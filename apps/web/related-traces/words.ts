import type { FormatTime } from "../language/use-format-time.ts";
import type { PathPart } from "../text-search/hit-path.ts";
import { openJson } from "./json-values.ts";
import type { texts } from "./texts.ts";

/** A length of time below an hour, ms, in words: "33 s", "5 min 3 s". */
export function formatDuration(ms: number, t: typeof texts.english.pair.duration): string {
  if (ms < 1000) return t.milliseconds(ms);
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? t.seconds(seconds) : t.minutes(Math.floor(seconds / 60), seconds % 60);
}

const clock = /\d{1,2}:\d{2}:\d{2}/;

/** A written time by its clock alone, "11:27:05", where all else is as in another one. */
export function shortenTime(time: string, other: string): string {
  const isSameDay = time.replace(clock, "") === other.replace(clock, "");
  return isSameDay ? (clock.exec(time)?.[0] ?? time) : time;
}

/** A value of a trace as text for people: as JSON, times with their ms beside them. */
export function formatValue(
  value: unknown,
  path: readonly PathPart[],
  formatTime: FormatTime,
): string {
  const [field] = path;
  const isTime = path.length === 1 && (field === "time" || field === "record_time");
  if (isTime && typeof value === "number") return `${formatTime(value)} (${value})`;
  // A text that is JSON needs no quotes, which would put a backslash before each of its own.
  const isJson = typeof value === "string" && openJson(value) !== undefined;
  return isJson ? value : JSON.stringify(value);
}

/** So much of a value is shown, in UTF-16 units, and so much before what differs. */
const shownAtMost = 200;
const shownBefore = 40;

/** Whether a value is too long to be shown at once. */
export function isLong(text: string): boolean {
  return text.length > shownAtMost;
}

/** A piece of a long value that shows what stands at `place`; "…" where it was cut. */
export function cutValue(text: string, place: number): string {
  if (!isLong(text)) return text;
  const start = Math.max(0, Math.min(place - shownBefore, text.length - shownAtMost));
  const end = start + shownAtMost;
  // No half of a character is left where the text was cut.
  const piece = text.slice(start, end).replaceAll(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
  return `${start > 0 ? "…" : ""}${piece}${end < text.length ? "…" : ""}`;
}

/** The first place at which two texts differ. */
export function placeOfDifference(a: string, b: string): number {
  let place = 0;
  while (place < a.length && place < b.length && a[place] === b[place]) place += 1;
  return place;
}
