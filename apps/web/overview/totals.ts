import type { Facets } from "@trace-console/contracts/console-api";
import { failedRatings } from "./questions.ts";

/** The values of a field with their counts, most frequent first. */
export type Counted = readonly { readonly value: string; readonly count: number }[];

/** How much was done, how much of it failed, and by how many. */
interface OverviewTotals {
  readonly traces: number;
  readonly failures: number;
  readonly operators: number;
}

/** The counts of all values together. */
export function sumOf(counted: Counted): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}

/** What the facets of a query tell of all its traces: each trace has a name, so names count all. */
export function totalsOf({ trace_name, trace_rating, user }: Facets["facets"]): OverviewTotals {
  const isFailure = (rating: string) => failedRatings.some((failed) => failed === rating);
  return {
    traces: sumOf(trace_name),
    failures: sumOf(trace_rating.filter(({ value }) => isFailure(value))),
    operators: user.length,
  };
}
