import { traceKind, traceRatings } from "@trace-console/contracts/trace";
import type { Trace } from "@trace-console/contracts/trace";
import { filterFields, managementOnlyFields } from "@trace-console/contracts/trace-filter";
import type { FilterField } from "@trace-console/contracts/trace-filter";

/** A value of a trace that one can filter by. */
export interface CellValue {
  readonly field: FilterField;
  readonly value: string;
}

function valueIn(trace: Trace, field: FilterField): string | undefined {
  if (field === "user") return trace.user?.name;
  if (field === "access_key_id") return trace.user?.access_key_id;
  return trace[field];
}

/** Whether a value can be asked for: a blank one joins nothing, an unknown status is no filter. */
export function isFilterable({ field, value }: CellValue): boolean {
  if (value.trim() === "") return false;
  return field !== "trace_rating" || traceRatings.some((rating) => rating === value);
}

/** The value of a field when something can be done with it: data traces have few filters. */
export function cellValueOf(trace: Trace, field: FilterField): CellValue | null {
  if (traceKind(trace) === "data" && managementOnlyFields.includes(field)) return null;
  const cell = { field, value: valueIn(trace, field) ?? "" };
  return isFilterable(cell) ? cell : null;
}

/** The fields with actions within a field of the expanded row: the user has a name and a key. */
export function fieldsWithin(shown: string): readonly FilterField[] {
  if (shown === "user") return ["user", "access_key_id"];
  return filterFields.filter((field) => field === shown && field !== "access_key_id");
}
