import dayjs from "dayjs";

/** The last instant that a JavaScript date can hold, ms since 1970. */
export const lastInstant = 8_640_000_000_000_000;

const pickerFormat = "YYYY-MM-DD HH:mm:ss";

function format(ms: number, template: string): string {
  return Math.abs(ms) <= lastInstant ? dayjs(ms).format(template) : String(ms);
}

const templates = {
  en: "MMM D, YYYY HH:mm:ss [GMT]Z",
  zh: "YYYY/MM/DD HH:mm:ss [GMT]Z",
} as const;

/**
 * Writes a time (ms since 1970) as the Trace List shows it, in the browser's time zone:
 * `Jul 3, 2024 11:26:32 GMT+08:00`, in Chinese `2024/07/03 11:26:32 GMT+08:00`. A number that is no
 * date stays a number.
 */
export function formatTime(ms: number, language: keyof typeof templates): string {
  return format(ms, templates[language]);
}

/** The two ends of a time range as the range field shows them: both seconds belong to the range. */
export interface PickedRange {
  readonly start: string;
  readonly end: string;
}

/**
 * Writes the half-open range `[from, to)` (ms) as two inclusive seconds `YYYY-MM-DD HH:mm:ss` in
 * the browser's time zone.
 */
export function formatPickedRange(from: number, to: number): PickedRange {
  return { start: format(from, pickerFormat), end: format(to - 1, pickerFormat) };
}

/**
 * Reads two inclusive seconds of the browser's time zone as the half-open range that holds them.
 *
 * @returns null when a text is no time or the end lies before the start.
 */
export function parsePickedRange({ start, end }: PickedRange): { from: number; to: number } | null {
  const from = dayjs(start).startOf("second").valueOf();
  const to = dayjs(end).startOf("second").valueOf() + 1000;
  return Number.isFinite(from) && Number.isFinite(to) && from < to ? { from, to } : null;
}
