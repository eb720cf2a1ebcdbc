import type { TextCandidates } from "./text-candidates.ts";
import { TextFilter } from "./text-filter.ts";
import { TextFilterBuilder } from "./text-filter-builder.ts";
import { analyseNeedle } from "./text-needle.ts";
import type { ReadBytes } from "./text-rows.ts";

/** The stored filter of some traces, given as JSON in lower case. */
export function buildFilter(jsons: readonly string[]): Uint8Array {
  const builder = new TextFilterBuilder(jsons.length);
  for (const json of jsons) builder.add(json);
  return builder.finish();
}

/** Reads a stored filter. */
export const readerOf =
  (filter: Uint8Array): ReadBytes =>
  (offset, length) =>
    filter.subarray(offset, offset + length);

/** What a filter of so many traces leaves for an escaped needle. */
export const candidatesOf = (filter: Uint8Array, rows: number, needle: string): TextCandidates =>
  new TextFilter(readerOf(filter), rows).candidatesFor(analyseNeedle(needle));

/** The traces that the filter leaves for an escaped needle. */
export function tracesOf(filter: Uint8Array, rows: number, needle: string): number[] {
  const candidates = candidatesOf(filter, rows, needle);
  return Array.from({ length: rows }, (_, row) => row).filter((row) => candidates.mayHold(row));
}

/** The groups that the filter leaves for an escaped needle. */
export function groupsOf(filter: Uint8Array, rows: number, needle: string): number[] {
  const { groups } = candidatesOf(filter, rows, needle);
  return Array.from({ length: groups.length * 32 }, (_, group) => group).filter(
    (group) => (((groups[group >>> 5] ?? 0) >>> (group & 31)) & 1) === 1,
  );
}

/** A text as it stands in JSON in lower case, without quotes. */
export const escaped = (text: string) => JSON.stringify(text.toLowerCase()).slice(1, -1);
