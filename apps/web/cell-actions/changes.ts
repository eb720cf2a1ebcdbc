import { excludedField, maxValueLength, maxValues } from "@trace-console/contracts/trace-filter";
import type { FilterField, TraceQuery } from "@trace-console/contracts/trace-filter";
import { withFilter } from "../trace-list/filters.ts";
import type { CellValue } from "./cell-value.ts";

/** What becomes of a value: the filter asks for it too, for it alone, or leaves it out. */
export type FilterChange = "include" | "only" | "exclude";

/** Why a filter cannot take a value; `unwritable`: it holds half a character, an address cannot. */
export type Problem = "tooLong" | "tooMany" | "unwritable";

interface OfferedChange {
  readonly change: FilterChange;
  readonly problem: Problem | null;
}

/** The limit behind a problem: characters of a value, or values of a filter. */
export function limitOf(problem: Problem): number {
  return problem === "tooMany" ? maxValues : maxValueLength;
}

/** Why no filter could hold a value, however few it holds; null when it can. */
export function problemOf({ value }: CellValue): Problem | null {
  if (value.length > limitOf("tooLong")) return "tooLong";
  return value.isWellFormed() ? null : "unwritable";
}

function fullness(values: readonly string[]): Problem | null {
  return values.length >= maxValues ? "tooMany" : null;
}

/** The values of a filter that are asked for, and those that are left out. */
function valuesIn(query: TraceQuery, field: FilterField) {
  const wanted: readonly string[] = query[field] ?? [];
  const unwanted: readonly string[] = query[excludedField(field)] ?? [];
  return { wanted, unwanted };
}

/** The changes that a value offers: those that change something. */
export function changesFor(query: TraceQuery, cell: CellValue): readonly OfferedChange[] {
  const { field, value } = cell;
  const problem = problemOf(cell);
  const { wanted, unwanted } = valuesIn(query, field);
  const isWanted = wanted.includes(value);
  const changes: OfferedChange[] = [];
  if (!isWanted) changes.push({ change: "include", problem: problem ?? fullness(wanted) });
  if (wanted.length > (isWanted ? 1 : 0)) changes.push({ change: "only", problem });
  if (!unwanted.includes(value)) {
    changes.push({ change: "exclude", problem: problem ?? fullness(unwanted) });
  }
  return changes;
}

/** The query after a change. A value is never asked for and left out at once. */
export function withChange(
  query: TraceQuery,
  { field, value }: CellValue,
  change: FilterChange,
): TraceQuery {
  const { wanted, unwanted } = valuesIn(query, field);
  const excluded = excludedField(field);
  const others = (values: readonly string[]) => values.filter((other) => other !== value);
  switch (change) {
    case "include":
      return withFilter(withFilter(query, excluded, others(unwanted)), field, [
        ...others(wanted),
        value,
      ]);
    case "only":
      return withFilter(withFilter(query, excluded, others(unwanted)), field, [value]);
    case "exclude":
      return withFilter(withFilter(query, field, others(wanted)), excluded, [
        ...others(unwanted),
        value,
      ]);
  }
}
