import { offsetAt } from "../ui/format-time.ts";

/** An hour by the clock on the wall. */
interface LocalHour {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** 0 to 23. */
  readonly hour: number;
}

/** In which hour of a zone an instant lies (ms since 1970). */
export function localHour(ms: number, zone: string): LocalHour {
  const shown = new Date(ms + offsetAt(ms, zone));
  return { date: shown.toISOString().slice(0, "YYYY-MM-DD".length), hour: shown.getUTCHours() };
}
