import { type Position, UnknownMarkerError } from "../trace-store.ts";
import { lowerBoundOfHash } from "./groups.ts";
import { hashText } from "./hash.ts";
import type { Segment } from "./segment.ts";
import type { Place } from "./walk.ts";

/**
 * The row of the trace with this id.
 * @param hash the first half of the hash of the id.
 */
export function findRow(
  segment: Segment,
  trace_id: string,
  hash = hashText(trace_id).high,
): number | undefined {
  const { hashes, rows } = segment.columns.ids;
  for (let at = lowerBoundOfHash(hashes, hash); hashes[at] === hash; at += 1) {
    const row = rows[at] ?? 0;
    if (segment.traceId(row) === trace_id) return row;
  }
  return undefined;
}

/** The place of the trace with this id in some segments. */
export function findPlace(segments: readonly Segment[], trace_id: string): Place | undefined {
  const hash = hashText(trace_id).high;
  for (const segment of segments) {
    const row = findRow(segment, trace_id, hash);
    if (row !== undefined) return { segment, row };
  }
  return undefined;
}

/** The time of a trace, ms since 1970. */
export function timeOf({ segment, row }: Place): number {
  return segment.start + (segment.columns.time[row] ?? 0);
}

/**
 * The place in the order of lists of the trace with this id.
 * @throws UnknownMarkerError when no segment holds it.
 */
export function positionOf(segments: readonly Segment[], trace_id: string): Position {
  const place = findPlace(segments, trace_id);
  if (place === undefined) throw new UnknownMarkerError();
  return { trace_id, time: timeOf(place) };
}
