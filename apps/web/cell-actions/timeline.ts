import type { TraceKind } from "@trace-console/contracts/trace";
import { firstGiven } from "../related-traces/given-text.ts";
import { withFilter } from "../trace-list/filters.ts";
import { presets } from "../trace-list/time-range.ts";
import type { TraceListState } from "../trace-list/trace-list-url.ts";
import type { CellValue } from "./cell-value.ts";
import { problemOf } from "./changes.ts";

const timelineFields = ["resource_id", "user", "access_key_id", "source_ip"] as const;
type TimelineField = (typeof timelineFields)[number];

const day = 86_400_000;

/** The field of a value that has a timeline; null when it has none, as what stands for nothing. */
export function timelineFieldOf(cell: CellValue): TimelineField | null {
  const field = timelineFields.find((name) => name === cell.field) ?? null;
  return firstGiven(cell.value) === undefined || problemOf(cell) !== null ? null : field;
}

/**
 * The list of all that was done to a resource, or by an operator, a key or an address, as long as
 * traces are kept: until `now` (ms since 1970), without any other filter.
 */
export function timelineOf(
  { field, value }: CellValue,
  traceType: TraceKind,
  retentionDays: number,
  now: number,
): TraceListState {
  const ms = retentionDays * day;
  const whole = { trace_type: traceType, from: Math.max(0, now - ms), to: now };
  return {
    query: withFilter(whole, field, [value]),
    preset: presets.find((preset) => preset.ms === ms)?.id ?? null,
  };
}
