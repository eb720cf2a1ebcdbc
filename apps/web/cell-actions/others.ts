import { excludedField, maxValues } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type { Counts } from "../trace-list/facet-select.tsx";
import { type CellValue, isFilterable } from "./cell-value.ts";
import { problemOf } from "./changes.ts";

/** So many are offered: the field of the filter has them all. */
const mostOffered = 5;

/**
 * The values that can join one that a filter asks for already. The list shows no trace with them,
 * so no cell could offer them. `counts` are those of the field, most frequent first.
 */
export function othersFor(query: TraceQuery, { field, value }: CellValue, counts: Counts): Counts {
  const wanted: readonly string[] = query[field] ?? [];
  const unwanted: readonly string[] = query[excludedField(field)] ?? [];
  if (!wanted.includes(value) || wanted.length >= maxValues) return [];
  return counts
    .filter((other) => {
      const cell = { field, value: other.value };
      if (wanted.includes(other.value) || unwanted.includes(other.value)) return false;
      return isFilterable(cell) && problemOf(cell) === null;
    })
    .slice(0, mostOffered);
}
