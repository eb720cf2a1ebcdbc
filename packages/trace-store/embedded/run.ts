import { compareIds } from "../trace-order.ts";

/** One trace's columns as they are stored: no, time in the day, kind, operator, access key, resource id, resource name. */
export type ColumnRow = readonly number[];

/** The columns of a run that hold numbers of texts. 0: the trace has none. */
export const termColumns = ["operator", "access_key", "resource_id", "resource_name"] as const;
export type TermColumn = (typeof termColumns)[number];

/** Traces of one day, sorted by (time, trace_id) ascending, as columns: 28 bytes a trace. */
export interface Run {
  readonly length: number;
  /** The number of the trace in its day file. */
  readonly no: Uint32Array;
  /** ms since the start of the day. */
  readonly time: Uint32Array;
  readonly kind: Uint32Array;
  readonly operator: Uint32Array;
  readonly access_key: Uint32Array;
  readonly resource_id: Uint32Array;
  readonly resource_name: Uint32Array;
}

const columnNames = ["no", "time", "kind", ...termColumns] as const;

/** Reads the id of a trace by its number: it decides the order within a millisecond. */
export type TraceIdOf = (no: number) => string;

function emptyRun(length: number): Run {
  const column = () => new Uint32Array(length);
  return {
    length,
    no: column(),
    time: column(),
    kind: column(),
    operator: column(),
    access_key: column(),
    resource_id: column(),
    resource_name: column(),
  };
}

/** Builds a run from rows in any order. `atMost` is an upper bound of their number. */
export function buildRun(rows: Iterable<ColumnRow>, atMost: number, traceIdOf: TraceIdOf): Run {
  const unsorted = emptyRun(atMost);
  let length = 0;
  for (const row of rows) {
    columnNames.forEach((name, column) => {
      unsorted[name][length] = row[column] ?? 0;
    });
    length += 1;
  }
  const order = sortedOrder(unsorted, length, traceIdOf);
  const run = emptyRun(length);
  for (const name of columnNames) {
    const [from, to] = [unsorted[name], run[name]];
    for (let i = 0; i < length; i += 1) to[i] = from[order[i] ?? 0] ?? 0;
  }
  return run;
}

/** The indexes of a run in the order of (time, trace_id). */
function sortedOrder(run: Run, length: number, traceIdOf: TraceIdOf): Uint32Array {
  const time = (index: number) => run.time[index] ?? 0;
  // Time and index packed into one number below 2^53 sort natively, many times faster than by a callback.
  const indexRange = 2 ** 26;
  if (length > indexRange) throw new RangeError(`a day holds at most ${indexRange} traces`);
  const packed = new Float64Array(length);
  for (let i = 0; i < length; i += 1) packed[i] = time(i) * indexRange + i;
  packed.sort();
  const order = Uint32Array.from(packed, (value) => value % indexRange);

  let start = 0;
  for (let i = 1; i <= length; i += 1) {
    if (i < length && time(order[i] ?? 0) === time(order[start] ?? 0)) continue;
    if (i - start > 1) {
      const tied = order.subarray(start, i);
      const ids = new Map(Array.from(tied, (index) => [index, traceIdOf(run.no[index] ?? 0)]));
      tied.sort((a, b) => compareIds(ids.get(a) ?? "", ids.get(b) ?? ""));
    }
    start = i;
  }
  return order;
}

/** Merges two runs into one. */
export function mergeRuns(a: Run, b: Run, traceIdOf: TraceIdOf): Run {
  const merged = emptyRun(a.length + b.length);
  let [i, j] = [0, 0];
  for (let target = 0; target < merged.length; target += 1) {
    const fromA = j >= b.length || (i < a.length && compareRows(a, i, b, j, traceIdOf) < 0);
    const source = fromA ? a : b;
    const index = fromA ? i++ : j++;
    for (const name of columnNames) merged[name][target] = source[name][index] ?? 0;
  }
  return merged;
}

/** Orders row `i` of one run and row `j` of another: negative when the first is older. */
export function compareRows(a: Run, i: number, b: Run, j: number, traceIdOf: TraceIdOf): number {
  const earlier = (a.time[i] ?? 0) - (b.time[j] ?? 0);
  return earlier || compareIds(traceIdOf(a.no[i] ?? 0), traceIdOf(b.no[j] ?? 0));
}

/** The index of the first row whose time is `time` or later. */
export function lowerBound(run: Run, time: number): number {
  return partition(run.length, (index) => (run.time[index] ?? 0) < time);
}

/** The index of the first row that is not before `(time, trace_id)`; `time` in ms of the day. */
export function lowerBoundOfTrace(
  run: Run,
  time: number,
  trace_id: string,
  traceIdOf: TraceIdOf,
): number {
  return partition(run.length, (index) => {
    const earlier = (run.time[index] ?? 0) - time;
    return (
      earlier < 0 || (earlier === 0 && compareIds(traceIdOf(run.no[index] ?? 0), trace_id) < 0)
    );
  });
}

/** The first index of which `isBefore`, true for the first ones and then false, is false. */
function partition(length: number, isBefore: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
