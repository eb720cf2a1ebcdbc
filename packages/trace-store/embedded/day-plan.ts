import {
  type FilterField,
  filterFields,
  type TraceFilter,
} from "@trace-console/contracts/trace-filter";
import type { DayFile } from "./day-file.ts";
import type { Run, TermColumn } from "./run.ts";
import {
  isTermField,
  kindFields,
  type KindKey,
  termFields,
  type TermField,
} from "./trace-fields.ts";

/** A bit per filter field: set where a trace fails that filter. */
export function bitOf(field: FilterField): number {
  return 1 << filterFields.indexOf(field);
}

/** Fails whatever is left out: another project, or the other trace kind. */
export const never = 1 << 30;

const columnOf: Readonly<Record<TermField, TermColumn>> = {
  user: "operator",
  access_key_id: "access_key",
  resource_id: "resource_id",
  resource_name: "resource_name",
};

/** A filter in the numbers of one day. */
export interface DayPlan {
  /** For each kind of the day: the bits of the filters it fails, or {@link never}. */
  readonly kindFails: Uint32Array;
  /** For each filter on a many-valued field: its column, the numbers allowed, and its bit. */
  readonly terms: readonly {
    readonly column: TermColumn;
    readonly allowed: ReadonlySet<number>;
    readonly bit: number;
  }[];
  /** Whether no trace of the day can match all filters. */
  readonly empty: boolean;
}

/** Translates a filter into the numbers of one day, whose columns must be loaded. */
export function planDay(file: DayFile, project_id: string, filter: TraceFilter): DayPlan {
  const { kinds } = file.columns();
  const kindFails = new Uint32Array(kinds.length).fill(never);
  let empty = true;
  for (let no = 1; no < kinds.length; no += 1) {
    const fails = kindFailsOf(kinds[no] ?? [], project_id, filter);
    kindFails[no] = fails;
    if (fails === 0) empty = false;
  }
  const terms = termFields
    .filter((field) => filter[field] !== undefined)
    .map((field) => {
      const nos = (filter[field] ?? []).map((text) => file.termNo(text));
      const allowed = new Set(nos.filter((no) => no !== undefined));
      return { column: columnOf[field], allowed, bit: bitOf(field) };
    });
  return { kindFails, terms, empty: empty || terms.some((term) => term.allowed.size === 0) };
}

function kindFailsOf(key: KindKey, project_id: string, filter: TraceFilter): number {
  const [project, traceKind, ...values] = key;
  if (project !== project_id || traceKind !== filter.trace_type) return never;
  let fails = 0;
  kindFields.forEach((field, index) => {
    const wanted: readonly string[] | undefined = filter[field];
    const value = values[index];
    if (wanted !== undefined && (typeof value !== "string" || !wanted.includes(value))) {
      fails |= bitOf(field);
    }
  });
  return fails;
}

/** The bits of the many-valued filters that a row fails. */
export function termFailsOf(plan: DayPlan, run: Run, index: number): number {
  let fails = 0;
  for (const { column, allowed, bit } of plan.terms) {
    if (!allowed.has(run[column][index] ?? 0)) fails |= bit;
  }
  return fails;
}

/** The column of numbers that holds a field, undefined for a field that the kind tells. */
export function columnOfField(field: FilterField): TermColumn | undefined {
  return isTermField(field) ? columnOf[field] : undefined;
}
