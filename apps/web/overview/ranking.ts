import type { Counted } from "./totals.ts";

/** An operation or an operator, with how many of its traces failed. */
export interface Ranked {
  readonly value: string;
  readonly traces: number;
  readonly failures: number;
}

function countsOf(counted: Counted): ReadonlyMap<string, number> {
  return new Map(counted.map(({ value, count }) => [value, count]));
}

/** Those with failures, most failures first. */
export function mostFailures(all: Counted, failed: Counted): Ranked[] {
  const traces = countsOf(all);
  return failed.map(({ value, count }) => ({
    value,
    // The two replies come one after the other: what failed in between is in the second alone.
    traces: Math.max(count, traces.get(value) ?? 0),
    failures: count,
  }));
}

/** All of them, most traces first. */
export function mostActive(all: Counted, failed: Counted): Ranked[] {
  const failures = countsOf(failed);
  return all.map(({ value, count }) => ({
    value,
    traces: count,
    failures: failures.get(value) ?? 0,
  }));
}
