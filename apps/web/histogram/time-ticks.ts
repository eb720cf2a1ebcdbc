import type { Language } from "../preferences/preferences.ts";
import { momentsOf } from "../time-zone/picked-range.ts";
import type { TimeRange } from "../trace-list/time-range.ts";
import { formatSecond, formatTime, offsetAt } from "../ui/format-time.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const steps = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hour),
  ...[1, 2, 7].map((days) => days * day),
];

/** As many labels as stand beside each other on a desktop; on a telephone each second one. */
const mostTicks = 9;
/** A label nearer to an end, in percent, would be cut off there. */
const margin = 3;

/** A time that is written below the bars. */
interface Tick {
  readonly at: number;
  /** Where, in percent of the picture's width. */
  readonly place: number;
}

function stepFor(length: number): number {
  const wholeDays = Math.ceil(length / mostTicks / day) * day;
  return steps.find((step) => length / step <= mostTicks) ?? wholeDays;
}

/** The round times of a zone in a span, few enough to be written below it. */
export function ticksOf({ from, to }: TimeRange, zone: string): Tick[] {
  const step = stepFor(to - from);
  const first = from + offsetAt(from, zone);
  const midnight = Math.floor(first / day) * day;
  const ticks: Tick[] = [];
  // By the clock on the wall, whose hours are not all 60 minutes apart when summer time changes.
  for (let shown = first - ((first - midnight) % step); ; shown += step) {
    const at = momentsOf(shown, zone).first;
    // Not `at >= to`: past the last date there are no times at all.
    if (!(at < to)) return ticks;
    const place = ((at - from) / (to - from)) * 100;
    const isNew = at > (ticks.at(-1)?.at ?? from);
    if (isNew && place >= margin && place <= 100 - margin) ticks.push({ at, place });
  }
}

/** Writes the time of a tick: `14:30`, and where a day begins its date, `Jul 4` or `7月4日`. */
export function tickText(at: number, language: Language, zone: string): string {
  const [date = "", clock = ""] = formatSecond(at, zone).split(" ");
  // Not where the clock shows 00:00: some days begin at 01:00.
  if (formatSecond(at - 1, zone).startsWith(date)) return clock.slice(0, "HH:mm".length);
  if (language === "en") return formatTime(at, language, zone).split(",", 1)[0] ?? "";
  const [, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  return `${month}月${dayOfMonth}日`;
}
