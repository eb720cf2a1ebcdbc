/** Milliseconds of a UTC day; leap seconds do not exist in Unix time. */
export const dayMs = 86_400_000;

/** The UTC day of a moment, counted from 1970-01-01. */
export function dayOf(time: number): number {
  return Math.floor(time / dayMs);
}

/** `YYYY-MM-DD` of a UTC day. */
export function formatDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
