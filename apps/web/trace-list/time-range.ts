import { type PickedRange, formatOffset, formatPickedRange, localZone } from "../ui/format-time.ts";

/** The ranges that one click chooses, as in the old edition of the CTS console. */
export const presets = [
  { id: "1h", ms: 3_600_000 },
  { id: "1d", ms: 86_400_000 },
  { id: "1w", ms: 604_800_000 },
] as const;

export type PresetId = (typeof presets)[number]["id"];

/** A half-open range `[from, to)` in ms since 1970. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** The preset with this id; null for any other text. */
export function presetById(id: string | null): (typeof presets)[number] | null {
  return presets.find((preset) => preset.id === id) ?? null;
}

/** The range of a preset that ends at `now` (ms since 1970). */
export function rangeOfPreset(id: PresetId, now: number): TimeRange {
  const ms = presetById(id)?.ms ?? presets[0].ms;
  return { from: now - ms, to: now };
}

/** `GMT+8`, `GMT-2:30`, and `UTC` under its own name. */
function shortOffset(ms: number, zone: string): string {
  if (zone === "UTC") return zone;
  return formatOffset(ms, zone)
    .replace(/([+-])0/, "$1")
    .replace(":00", "");
}

/**
 * Writes a range by its first and its last second. Another zone than the browser's is told by its
 * offset behind the end, and behind the start as well when it was another one there.
 */
export function formatRange({ from, to }: TimeRange, zone: string): PickedRange {
  const { start, end } = formatPickedRange(from, to, zone);
  if (zone === localZone) return { start, end };
  const [first, last] = [shortOffset(from, zone), shortOffset(to - 1, zone)];
  return { start: first === last ? start : `${start} ${first}`, end: `${end} ${last}` };
}
