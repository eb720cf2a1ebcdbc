/** A measured value: single values stand in both. */
export interface Figure {
  readonly p50: number;
  readonly p99: number;
}

/** The value that the given share of `values` does not exceed; `share` from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function figureOf(times: readonly number[]): Figure {
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

export function single(value: number): Figure {
  return { p50: value, p99: value };
}

/** ms that `work` takes. */
export async function msOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
