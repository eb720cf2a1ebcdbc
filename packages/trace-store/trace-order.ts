import type { Position } from "./trace-store.ts";

/**
 * Compares two ids by their UTF-8 bytes. JavaScript's own order is by UTF-16 unit, which differs
 * beyond U+FFFF and would differ from what a database sorts by.
 */
export function compareIds(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The order of every list: (time, trace_id by bytes), both descending. */
export function compareNewestFirst(a: Position, b: Position): number {
  return b.time - a.time || compareIds(b.trace_id, a.trace_id);
}
