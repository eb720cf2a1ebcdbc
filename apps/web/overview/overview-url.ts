import { zoneParam } from "../time-zone/zone-param.ts";
import { type TimeRange, rangeOfPreset } from "../trace-list/time-range.ts";
import { lastInstant } from "../ui/format-time.ts";

const day = 86_400_000;

/** The time ranges that an overview can be of. */
export const overviewPresets = ["1d", "1w"] as const;
export type OverviewPreset = (typeof overviewPresets)[number];

/** What the overview is of. */
export interface OverviewState {
  readonly preset: OverviewPreset;
  /** The one time range that every number of the page is counted over. */
  readonly range: TimeRange;
}

function presetIn(params: URLSearchParams): OverviewPreset | undefined {
  return overviewPresets.find((id) => id === params.get("range"));
}

/**
 * Reads the state of the page from its parameters: `range`, `1d` or `1w`, and `to`, its end in ms.
 *
 * @returns null when they name no such range, as when the page is opened from a menu.
 */
export function readOverviewUrl(params: URLSearchParams): OverviewState | null {
  const preset = presetIn(params);
  const text = params.get("to") ?? "";
  if (preset === undefined || !/^\d{1,16}$/.test(text)) return null;
  const to = Number(text);
  // The page also looks at the whole week before, whatever its range, and writes the times of zones
  // whose clocks are ahead.
  if (rangeOfPreset("1w", to).from < 0 || to > lastInstant - day) return null;
  return { preset, range: rangeOfPreset(preset, to) };
}

/** Writes the page's parameters for a range that ends at `to` (ms); project and zone stay. */
export function formatOverviewUrl(
  params: URLSearchParams,
  preset: OverviewPreset,
  to: number,
): URLSearchParams {
  const written = new URLSearchParams();
  for (const name of ["region", "project", zoneParam]) {
    const value = params.get(name);
    if (value !== null) written.set(name, value);
  }
  written.set("range", preset);
  written.set("to", String(to));
  return written;
}

/** Adds the time that is missing: the range that is named, else the last week, until `now` (ms). */
export function withOverviewTime(params: URLSearchParams, now: number): URLSearchParams {
  return formatOverviewUrl(params, presetIn(params) ?? "1w", now);
}
