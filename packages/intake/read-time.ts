/**
 * The times that are read, in ms: from March 1973, as earlier ones could not be told from seconds
 * when they are read again, to the end of the year 9999. The oldest known trace is of 2016.
 */
const [firstMs, lastMs] = [1e11, Date.UTC(9999, 11, 31, 23, 59, 59, 999)];

const date = String.raw`(?<year>\d{4})(?<mark>[-/])(?<month>\d\d)\k<mark>(?<day>\d\d)`;
const usDate = String.raw`(?<month>\d\d)/(?<day>\d\d)/(?<year>\d{4})`;
const timeOfDay = String.raw`(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(?:\.(?<fraction>\d+))?`;
const zone = String.raw`(?:Z|(?:GMT|UTC)?(?<sign>[+-])(?<zoneHour>\d\d):?(?<zoneMinute>\d\d)|GMT|UTC)`;
const dateAndTime = new RegExp(`^(?:${date}|${usDate})[T ]${timeOfDay} ?${zone}$`);

/** Milliseconds in a count of seconds, ms, µs or ns since 1970, told apart by its size. */
function fromCount(digits: string): number {
  const count = Number(digits);
  if (count < firstMs) return count * 1000;
  if (count <= lastMs) return count;
  return Number(digits.slice(0, count <= lastMs * 1000 ? -3 : -6));
}

/** The number of a part that only digits make; a part that is not there is 0. */
const part = (groups: Record<string, string | undefined>, name: string): number =>
  Number(groups[name] ?? 0);

function fromDateAndTime(groups: Record<string, string | undefined>): number | undefined {
  const [month, day] = [part(groups, "month"), part(groups, "day")];
  const [hour, minute, second] = [
    part(groups, "hour"),
    part(groups, "minute"),
    part(groups, "second"),
  ];
  const [zoneHour, zoneMinute] = [part(groups, "zoneHour"), part(groups, "zoneMinute")];
  if (hour > 23 || minute > 59 || second > 59 || zoneHour > 23 || zoneMinute > 59) return undefined;
  const local = new Date(Date.UTC(part(groups, "year"), month - 1, day, hour, minute, second));
  // The 31st of April would silently become the 1st of May.
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return undefined;
  const ms = Number((groups["fraction"] ?? "").slice(0, 3).padEnd(3, "0"));
  const offset = (zoneHour * 60 + zoneMinute) * 60_000;
  return local.getTime() + ms - (groups["sign"] === "-" ? -offset : offset);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim();
  if (typeof value === "number") return String(value);
  return JSON.isRawJSON(value) ? value.rawJSON : undefined;
}

/**
 * Reads a time in any form that traces are known to carry: a whole number (or its digits as text)
 * of seconds, ms, µs or ns since 1970, told apart by its size; `2016/12/08 11:07:28 GMT+08:00`,
 * `12/08/2016 …` (month first), `2016-12-15 15:27:40 GMT+08:00`; ISO 8601 with `Z` or an offset. A
 * date without a zone is not guessed at. What is finer than a ms is cut off.
 *
 * @param value a JSON value as `parseExactJson` gives it.
 * @returns ms since 1970 (UTC), or undefined for anything else, for what lies before March 1973
 *   (also 0, which says that there is none) or after the year 9999.
 */
export function readTime(value: unknown): number | undefined {
  // What a running service writes: 13 digits.
  if (typeof value === "number" && Number.isInteger(value) && value >= firstMs && value <= lastMs) {
    return value;
  }
  const text = textOf(value);
  if (text === undefined) return undefined;
  const digits = /^0*(\d+)$/.exec(text)?.[1];
  const groups = digits === undefined ? dateAndTime.exec(text)?.groups : undefined;
  const ms =
    digits !== undefined ? fromCount(digits) : groups !== undefined && fromDateAndTime(groups);
  return typeof ms === "number" && ms >= firstMs && ms <= lastMs ? ms : undefined;
}
