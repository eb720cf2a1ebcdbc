import type { TraceFilter, TraceQuery } from "@trace-console/contracts/trace-filter";
import type { Numbers } from "./numbers.ts";
import { type Plan, planQuery } from "./plan.ts";

/** Each has a few numbers a kind: some hundred kilobytes in a large store. */
const plansAtMost = 32;

/** The plans of the last filters: pages and counts of one filter come in rows. */
export class PlanCache {
  readonly #numbers: Numbers;
  readonly #plans = new Map<string, Plan>();
  #kinds = 0;
  #names = 0;

  constructor(numbers: Numbers) {
    this.#numbers = numbers;
  }

  /** The plan of a query's filters, whatever its range, page and text. */
  of(query: TraceQuery): Plan {
    const { kinds, names } = this.#numbers;
    if (kinds.length !== this.#kinds || names.length !== this.#names) this.#plans.clear();
    this.#kinds = kinds.length;
    this.#names = names.length;
    const key = JSON.stringify(filterOf(query));
    const plan = this.#plans.get(key) ?? planQuery(this.#numbers, query);
    this.#plans.delete(key);
    this.#plans.set(key, plan);
    if (this.#plans.size > plansAtMost) {
      const [longestUnused] = this.#plans.keys();
      if (longestUnused !== undefined) this.#plans.delete(longestUnused);
    }
    return plan;
  }
}

/** The filters alone; whatever else a caller's query holds is no part of a plan. */
function filterOf(query: TraceQuery): TraceFilter {
  const filters: Record<string, unknown> = { ...query };
  for (const other of ["from", "to", "text", "limit", "after", "facets", "bucketMs"]) {
    delete filters[other];
  }
  return { ...filters, trace_type: query.trace_type };
}
