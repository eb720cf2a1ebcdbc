import { type PickedRange, formatSecond, offsetAt } from "../ui/format-time.ts";

const second = 1000;
const day = 86_400_000;

/** When a clock shows a time: once, or twice where it was set back. */
export interface Moments {
  readonly first: number;
  readonly last: number;
}

/**
 * When the clocks of a zone show a time, which is given in ms as if it were one of UTC. A time that
 * they skip, as summer time begins, counts as if they had not been set: 02:30 is 03:30 then.
 */
export function momentsOf(shown: number, zone: string): Moments {
  // No clock is set twice within two days.
  const before = shown - offsetAt(shown - day, zone);
  const after = shown - offsetAt(shown + day, zone);
  const isBefore = before + offsetAt(before, zone) === shown;
  const isAfter = after + offsetAt(after, zone) === shown;
  return { first: isBefore || !isAfter ? before : after, last: isAfter ? after : before };
}

/** When the clocks of a zone show a second of the range field; NaN for any other text. */
function read(text: string, zone: string): Moments {
  const isSecond = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text);
  return momentsOf(isSecond ? Date.parse(`${text.replace(" ", "T")}Z`) : Number.NaN, zone);
}

/**
 * Reads two inclusive seconds of a zone as the half-open range that holds them. Of a second that
 * the clock shows twice, the start is the first and the end the last one: nothing is left out.
 *
 * @returns null when a text is no time or the end lies before the start.
 */
export function parsePickedRange(
  { start, end }: PickedRange,
  zone: string,
): { from: number; to: number } | null {
  const from = read(start, zone).first;
  const to = read(end, zone).last + second;
  return Number.isFinite(from) && Number.isFinite(to) && from < to ? { from, to } : null;
}

/** The ends of a range while it is being picked. */
export type Picked = [start: string | null, end: string | null];

/** The same moments as the clocks of another zone show them. */
export function inOtherZone([start, end]: Picked, zone: string, other: string): Picked {
  return [
    start === null ? null : formatSecond(read(start, zone).first, other),
    end === null ? null : formatSecond(read(end, zone).last, other),
  ];
}
