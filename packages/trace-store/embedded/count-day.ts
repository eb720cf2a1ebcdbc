import type { FilterField } from "@trace-console/contracts/trace-filter";
import { type Bucket, bucketRatings } from "../trace-store.ts";
import type { DayFile } from "./day-file.ts";
import { bitOf, columnOfField, type DayPlan, never, termFailsOf } from "./day-plan.ts";
import { lowerBound } from "./run.ts";
import { kindFields, type KindKey } from "./trace-fields.ts";
import { dayMs } from "./utc-day.ts";

/** Counts of one or more days: total, how often each value of a field occurs, histogram. */
export class Counts {
  total = 0;
  readonly facets = new Map<FilterField, Map<string, number>>();
  /** ms; undefined when no histogram is asked for. */
  readonly bucketMs: number | undefined;
  readonly #buckets = new Map<number, number[]>();

  constructor(fields: readonly FilterField[], bucketMs: number | undefined) {
    for (const field of fields) this.facets.set(field, new Map());
    this.bucketMs = bucketMs;
  }

  /** Counts a trace in its bucket. @param rating its place in {@link bucketRatings}. */
  addToBucket(time: number, bucketMs: number, rating: number): void {
    const from = time - (time % bucketMs);
    let counts = this.#buckets.get(from);
    if (counts === undefined) {
      counts = bucketRatings.map(() => 0);
      this.#buckets.set(from, counts);
    }
    counts[rating] = (counts[rating] ?? 0) + 1;
  }

  histogram(): Bucket[] {
    return [...this.#buckets]
      .toSorted(([a], [b]) => a - b)
      .map(([from, [normal = 0, warning = 0, incident = 0, other = 0]]) => ({
        from,
        normal,
        warning,
        incident,
        other,
      }));
  }

  add(field: FilterField, value: string, count: number): void {
    const values = this.facets.get(field);
    values?.set(value, (values.get(value) ?? 0) + count);
  }
}

/**
 * Adds the traces of one day in `[from, to)` to `counts`. A field's values are counted under all
 * filters but its own.
 */
export function countDay(
  file: DayFile,
  plan: DayPlan,
  from: number,
  to: number,
  counts: Counts,
): void {
  const columns = file.columns();
  const start = file.day * dayMs;
  const perKind = new Float64Array(columns.kinds.length);
  const termFacets = [...counts.facets.keys()].flatMap((field) => {
    const column = columnOfField(field);
    return column === undefined
      ? []
      : [{ field, column, others: ~bitOf(field), perTerm: new Map<number, number>() }];
  });

  const { bucketMs } = counts;
  const ratings = bucketMs === undefined ? [] : columns.kinds.map(bucketRatingOf);

  for (const run of columns.runs) {
    const first = lowerBound(run, Math.max(0, from - start));
    const last = to - start >= dayMs ? run.length : lowerBound(run, Math.max(0, to - start));
    for (let index = first; index < last; index += 1) {
      const kind = run.kind[index] ?? 0;
      const kindFails = plan.kindFails[kind] ?? never;
      if (kindFails === never) continue;
      const termFails = termFailsOf(plan, run, index);
      if (termFails === 0) perKind[kind] = (perKind[kind] ?? 0) + 1;
      const fails = kindFails | termFails;
      if (bucketMs !== undefined && fails === 0) {
        counts.addToBucket(start + (run.time[index] ?? 0), bucketMs, ratings[kind] ?? 0);
      }
      for (const { column, others, perTerm } of termFacets) {
        const term = run[column][index] ?? 0;
        if ((fails & others) === 0 && term !== 0) perTerm.set(term, (perTerm.get(term) ?? 0) + 1);
      }
    }
  }

  perKind.forEach((count, kind) => {
    if (count === 0) return;
    const fails = plan.kindFails[kind] ?? never;
    if (fails === 0) counts.total += count;
    const [, , ...values] = columns.kinds[kind] ?? [];
    kindFields.forEach((field, index) => {
      const value = values[index];
      if (typeof value === "string" && (fails & ~bitOf(field)) === 0) {
        counts.add(field, value, count);
      }
    });
  });
  for (const { field, perTerm } of termFacets) {
    for (const [term, count] of perTerm) counts.add(field, file.term(term), count);
  }
}

/** Where in a bucket the traces of a kind are counted. */
function bucketRatingOf(key: KindKey): number {
  const rating = key[2 + kindFields.indexOf("trace_rating")];
  const place = bucketRatings.findIndex((one) => one === rating);
  return place < 0 ? bucketRatings.indexOf("other") : place;
}
