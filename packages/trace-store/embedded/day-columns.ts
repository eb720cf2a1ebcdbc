import { buildRun, type ColumnRow, mergeRuns, type Run, type TraceIdOf } from "./run.ts";
import type { KindKey } from "./trace-fields.ts";

/**
 * The columns of one day in memory: a few sorted runs, largest first. New traces make a small run;
 * runs of similar size are merged, so that adding one trace never copies the whole day and there
 * are never more than log2(traces) runs.
 */
export class DayColumns {
  readonly runs: Run[] = [];
  /** The key of each kind, by its number; number 0 is no kind. */
  readonly kinds: KindKey[] = [[]];
  readonly traceIdOf: TraceIdOf;

  /** @param traceIdOf reads the id of a trace by its number; asked only where two times are equal. */
  constructor(traceIdOf: TraceIdOf) {
    this.traceIdOf = traceIdOf;
  }

  /** The highest trace number that is in the columns. */
  lastNo = 0;

  get lastKind(): number {
    return this.kinds.length - 1;
  }

  addKind(no: number, key: KindKey): void {
    this.kinds[no] = key;
  }

  /** Adds rows in any order. `atMost` is an upper bound of their number. */
  addRows(rows: Iterable<ColumnRow>, atMost: number): void {
    let run = buildRun(rows, atMost, this.traceIdOf);
    if (run.length === 0) return;
    for (const no of run.no) this.lastNo = Math.max(this.lastNo, no);
    for (;;) {
      const previous = this.runs.at(-1);
      if (previous === undefined || previous.length > run.length * 2) break;
      this.runs.pop();
      run = mergeRuns(previous, run, this.traceIdOf);
    }
    this.runs.push(run);
  }
}
