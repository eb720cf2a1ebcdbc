import type { Position } from "../trace-store.ts";
import type { DayFile } from "./day-file.ts";
import { type DayPlan, termFailsOf } from "./day-plan.ts";
import { compareRows, lowerBound, lowerBoundOfTrace, type Run } from "./run.ts";
import { dayMs } from "./utc-day.ts";

/**
 * The numbers of the matching traces of one day, newest first: the runs are walked from their ends
 * at the same time, and the newest of their next matches is taken each time.
 *
 * @param from, to half-open range in ms since 1970.
 * @param after only what comes after this place in the order.
 */
export function* walkDay(
  file: DayFile,
  plan: DayPlan,
  from: number,
  to: number,
  after: Position | undefined,
): Generator<number> {
  const { runs, traceIdOf } = file.columns();
  const start = file.day * dayMs;
  const endOf = (run: Run): number => {
    const end = to - start >= dayMs ? run.length : lowerBound(run, Math.max(0, to - start));
    if (after === undefined || after.time - start >= dayMs) return end;
    // Searched for, not skipped to: thousands of traces may share the marker's millisecond.
    return Math.min(end, lowerBoundOfTrace(run, after.time - start, after.trace_id, traceIdOf));
  };
  const heads = runs.map((run) => ({
    run,
    lowest: lowerBound(run, Math.max(0, from - start)),
    index: endOf(run),
  }));
  const advance = (head: (typeof heads)[number]): boolean => {
    do head.index -= 1;
    while (
      head.index >= head.lowest &&
      (plan.kindFails[head.run.kind[head.index] ?? 0] !== 0 ||
        termFailsOf(plan, head.run, head.index) !== 0)
    );
    return head.index >= head.lowest;
  };

  let open = heads.filter(advance);
  while (open.length > 0) {
    const newest = open.reduce((best, head) =>
      compareRows(head.run, head.index, best.run, best.index, traceIdOf) > 0 ? head : best,
    );
    yield newest.run.no[newest.index] ?? 0;
    if (!advance(newest)) open = open.filter((head) => head !== newest);
  }
}
