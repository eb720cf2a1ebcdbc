import { lowerBoundOfHash } from "./groups.ts";
import { hashText } from "./hash.ts";
import type { Segment } from "./segment.ts";

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
