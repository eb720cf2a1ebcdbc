import type { Language } from "../preferences/preferences.ts";
import { formatRange } from "../trace-list/time-range.ts";
import { type Bar, type Counts, namedStatuses, sumOf, totalOf } from "./bars.ts";
import type { Selection } from "./brush.ts";
import type { texts } from "./texts.ts";

/** Writes `[from, to)` (ms) by its first and last second, the date only once within a day. */
export function spanText(from: number, to: number, zone: string): string {
  const { start, end } = formatRange({ from, to }, zone);
  const date = start.slice(0, "YYYY-MM-DD ".length);
  return `${start} — ${end.startsWith(date) ? end.slice(date.length) : end}`;
}

/** Writes a count beside the bars, where there is no room for many digits. */
export function scaleText(count: number, language: Language): string {
  if (count < 100_000) return count.toLocaleString("en");
  return count.toLocaleString(language, { notation: "compact", maximumFractionDigits: 1 });
}

function countsText(counts: Counts, t: typeof texts.english): string {
  return namedStatuses(counts)
    .map((status) => `${t.statuses[status]} ${counts[status].toLocaleString("en")}`)
    .join(t.between);
}

/** Tells the time span of some bars and how many traces they stand for. */
export function tell(
  bars: readonly Bar[],
  { first, last }: Selection,
  t: typeof texts.english,
  zone: string,
): string {
  const [from, to] = [bars[first]?.from, bars[last]?.to];
  if (from === undefined || to === undefined) return "";
  const counts = sumOf(bars.slice(first, last + 1));
  return t.told(spanText(from, to, zone), totalOf(counts), countsText(counts, t));
}
