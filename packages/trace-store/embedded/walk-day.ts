import { compareIds } from "../trace-order.ts";
import type { Position } from "../trace-store.ts";
import type { DayFile } from "./day-file.ts";
import { type DayPlan, termFailsOf } from "./day-plan.ts";
import { compareRows, lowerBound, type Run } from "./run.ts";
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
  const end = after === undefined ? to : Math.min(to, after.time + 1);
  const isAfter = (run: Run, index: number): boolean =>
    after === undefined ||
    start + (run.time[index] ?? 0) < after.time ||
    compareIds(traceIdOf(run.no[index] ?? 0), after.trace_id) < 0;

  const heads = runs.map((run) => {
    const lowest = lowerBound(run, Math.max(0, from - start));
    const highest = end - start >= dayMs ? run.length : lowerBound(run, Math.max(0, end - start));
    return { run, lowest, index: highest };
  });
  const advance = (head: (typeof heads)[number]): boolean => {
    do head.index -= 1;
    while (
      head.index >= head.lowest &&
      (plan.kindFails[head.run.kind[head.index] ?? 0] !== 0 ||
        termFailsOf(plan, head.run, head.index) !== 0 ||
        !isAfter(head.run, head.index))
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
