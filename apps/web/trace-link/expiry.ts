import type { texts } from "./texts.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** How long a trace is still kept, and in words. */
interface Expiry {
  readonly text: string;
  /** Whether it is gone within the hour. */
  readonly isNear: boolean;
}

/**
 * When a trace expires: `retentionDays` after its time (ms since 1970), to the millisecond. Whole
 * hours that are left are told, so that nobody counts on one that has begun.
 */
export function expiryOf(
  time: number,
  retentionDays: number,
  now: number,
  t: typeof texts.english.expiry,
): Expiry {
  const left = time + retentionDays * day - now;
  if (left <= 0) return { text: t.expired, isNear: true };
  if (left < hour) return { text: t.withinTheHour, isNear: true };
  const days = Math.floor(left / day);
  const hours = Math.floor((left % day) / hour);
  const parts = [days === 0 ? "" : t.days(days), hours === 0 ? "" : t.hours(hours)];
  return { text: t.in(parts.filter((part) => part !== "").join(" ")), isNear: false };
}

/**
 * Whether a trace that a link names and that is not found may have expired: the time range of the
 * link reaches back to before all that is kept. Else it never was in this project.
 */
export function mayHaveExpired(from: number, retentionDays: number, now: number): boolean {
  return from < now - retentionDays * day;
}
