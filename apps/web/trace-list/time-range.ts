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
