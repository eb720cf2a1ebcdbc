import { percentile } from "../run/figures.ts";
import { readable } from "../run/progress.ts";

/** What was measured, in words, and whether it keeps to its budget. */
export interface ConsoleFigure {
  readonly title: string;
  readonly measured: string;
  readonly budget: string;
  /** Undefined where there is no budget. */
  readonly isKept: boolean | undefined;
}

function ms(value: number): string {
  return `${readable(value, value < 10 ? 1 : 0)} ms`;
}

/** p50 and p95 of times in ms, of which the latter must not exceed `most`. */
export function timesFigure(title: string, times: readonly number[], most: number): ConsoleFigure {
  const p95 = percentile(times, 0.95);
  return {
    title: `${title} (${times.length} times)`,
    measured: `p50 ${ms(percentile(times, 0.5))}, p95 ${ms(p95)}`,
    budget: `p95 ≤ ${ms(most)}`,
    isKept: p95 <= most,
  };
}

/** A value that must not exceed `most`, in a unit that is written behind it. */
export function mostFigure(title: string, value: number, most: number, unit = ""): ConsoleFigure {
  const text = (number: number) => `${readable(number, 1)}${unit}`;
  return { title, measured: text(value), budget: `≤ ${text(most)}`, isKept: value <= most };
}

/** A score that has to reach `least`. */
export function scoreFigure(title: string, value: number, least: number): ConsoleFigure {
  const budget = least === 100 ? "100" : `≥ ${least}`;
  return { title, measured: String(value), budget, isKept: value >= least };
}

/** What has no budget. */
export function plainFigure(title: string, measured: string): ConsoleFigure {
  return { title, measured, budget: "", isKept: undefined };
}
