import dayjs from "dayjs";
import type { Language } from "../preferences/preferences.ts";
import type { TimeRange } from "../trace-list/time-range.ts";

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

/** The round local times of a span, few enough to be written below it. */
export function ticksOf({ from, to }: TimeRange): Tick[] {
  const step = stepFor(to - from) / minute;
  const start = new Date(from);
  const [year, month, date] = [start.getFullYear(), start.getMonth(), start.getDate()];
  const ticks: Tick[] = [];
  for (let minutes = 0; ; minutes += step) {
    // By the clock on the wall, whose hours are not all 60 minutes apart when summer time changes.
    const at = new Date(year, month, date, 0, minutes).getTime();
    // Not `at >= to`: past the last date there are no times at all.
    if (!(at < to)) return ticks;
    const place = ((at - from) / (to - from)) * 100;
    const isNew = at > (ticks.at(-1)?.at ?? from);
    if (isNew && place >= margin && place <= 100 - margin) ticks.push({ at, place });
  }
}

const dates = { en: "MMM D", zh: "M月D日" } as const;

/** Writes the time of a tick: `14:30`, and where a day begins its date. */
export function tickText(at: number, language: Language): string {
  const time = dayjs(at);
  return time.format(time.isSame(time.startOf("day")) ? dates[language] : "HH:mm");
}
