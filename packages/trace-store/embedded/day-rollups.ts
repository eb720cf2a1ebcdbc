import { lowerBound, rowsOf } from "./groups.ts";
import type { Segment } from "./segment.ts";

const hourMs = 3_600_000;
export const hoursOfDay = 24;

/**
 * Lists of kinds with their counts: list `i` is `starts[i] … starts[i + 1]`. In 16 bits where they
 * fit, because reading them from memory is what takes the time; a larger count is there in parts.
 */
export interface Rollup {
  readonly starts: Uint32Array;
  readonly kinds: Uint16Array | Uint32Array;
  readonly counts: Uint16Array;
  /** The sum of each list's counts. */
  readonly sums: Uint32Array;
}

const countAtMost = 65_535;

/** Adds counts of kinds up, list by list. */
class RollupBuilder {
  readonly #ofKind: Uint32Array;
  readonly #starts = [0];
  readonly #sums: number[] = [];
  readonly #isWide: boolean;
  #touched: number[] = [];
  #kinds = new Uint32Array(1_024);
  #counts = new Uint16Array(1_024);
  #length = 0;

  /** @param kinds how many kinds there are. */
  constructor(kinds: number) {
    this.#ofKind = new Uint32Array(kinds);
    this.#isWide = kinds > 65_536;
  }

  add(kind: number, count: number): void {
    const sum = this.#ofKind[kind] ?? 0;
    if (sum === 0) this.#touched.push(kind);
    this.#ofKind[kind] = sum + count;
  }

  /** Ends `lists` lists: each kind that was added since goes to the one that it belongs to. */
  endLists(lists = 1, listOf?: Uint8Array): void {
    for (let list = 0; list < lists; list += 1) {
      let sum = 0;
      for (const kind of this.#touched) {
        if (listOf !== undefined && listOf[kind] !== list) continue;
        const count = this.#ofKind[kind] ?? 0;
        sum += count;
        for (let left = count; left > 0; left -= countAtMost) {
          this.#push(kind, Math.min(left, countAtMost));
        }
      }
      this.#starts.push(this.#length);
      this.#sums.push(sum);
    }
    for (const kind of this.#touched) this.#ofKind[kind] = 0;
    this.#touched = [];
  }

  #push(kind: number, count: number): void {
    if (this.#length === this.#kinds.length) {
      const [kinds, counts] = [this.#kinds, this.#counts];
      this.#kinds = new Uint32Array(kinds.length * 2);
      this.#kinds.set(kinds);
      this.#counts = new Uint16Array(kinds.length * 2);
      this.#counts.set(counts);
    }
    this.#kinds[this.#length] = kind;
    this.#counts[this.#length] = count;
    this.#length += 1;
  }

  build(): Rollup {
    const kinds = this.#kinds.subarray(0, this.#length);
    return {
      starts: Uint32Array.from(this.#starts),
      kinds: this.#isWide ? kinds.slice() : Uint16Array.from(kinds),
      counts: this.#counts.slice(0, this.#length),
      sums: Uint32Array.from(this.#sums),
    };
  }
}

function highest(segments: readonly Segment[], of: "kinds" | "operators"): number {
  return segments.reduce((most, { columns }) => Math.max(most, columns[of].values.at(-1) ?? 0), 0);
}

/** A roll-up that is being made: a millisecond or two between each two steps. */
export type Making = Generator<undefined, Rollup>;

/** Makes the rest at once. */
export function finish(making: Making): Rollup {
  for (;;) {
    const step = making.next();
    if (step.done === true) return step.value;
  }
}

/** Operators that are rolled up in a step. */
const operatorsPerStep = 64;

/** For each operator of the store how many rows it has of each kind. */
export function* rollUpOperators(segments: readonly Segment[]): Making {
  const builder = new RollupBuilder(highest(segments, "kinds") + 1);
  const next = segments.map(() => 0);
  for (let operator = 0; operator <= highest(segments, "operators"); operator += 1) {
    segments.forEach(({ columns }, place) => {
      const { operators, kinds, pairs } = columns;
      const index = next[place] ?? 0;
      if (operators.values[index] !== operator) return;
      next[place] = index + 1;
      const to = pairs.starts[index + 1] ?? 0;
      for (let at = pairs.starts[index] ?? 0; at < to; at += 1) {
        builder.add(kinds.values[pairs.kinds[at] ?? 0] ?? 0, pairs.counts[at] ?? 0);
      }
    });
    builder.endLists();
    if (operator % operatorsPerStep === 0) yield;
  }
  return builder.build();
}

/**
 * For each hour of the day and, in it, each class of kinds how many rows it has of each kind: list
 * `hour * classes + class`.
 */
export function* rollUpHours(
  segments: readonly Segment[],
  classes: number,
  classOf: Uint8Array,
): Making {
  const builder = new RollupBuilder(highest(segments, "kinds") + 1);
  for (let hour = 0; hour < hoursOfDay; hour += 1) {
    for (const segment of segments) {
      const { kind, kinds } = segment.columns;
      const [first, last] = rowsOfHour(segment, hour);
      for (let row = first; row < last; row += 1) {
        builder.add(kinds.values[kind[row] ?? 0] ?? 0, 1);
      }
    }
    builder.endLists(classes, classOf);
    yield;
  }
  return builder.build();
}

/** The same for each of some operators: list `(place * 24 + hour) * classes + class`. */
export function* rollUpHoursOf(
  operatorNos: Iterable<number>,
  segments: readonly Segment[],
  classes: number,
  classOf: Uint8Array,
): Making {
  const builder = new RollupBuilder(highest(segments, "kinds") + 1);
  for (const no of operatorNos) {
    for (let hour = 0; hour < hoursOfDay; hour += 1) {
      for (const segment of segments) {
        const { operators, kind, kinds } = segment.columns;
        const [first, last] = rowsOfHour(segment, hour);
        if (first >= last) continue;
        const index = lowerBound(operators.values, no);
        if (operators.values[index] !== no) continue;
        for (const row of rowsOf(operators, index, first, last)) {
          builder.add(kinds.values[kind[row] ?? 0] ?? 0, 1);
        }
      }
      builder.endLists(classes, classOf);
    }
    yield;
  }
  return builder.build();
}

function rowsOfHour(segment: Segment, hour: number): [number, number] {
  const start = segment.start + hour * hourMs;
  return [segment.rowAt(start), segment.rowAt(start + hourMs)];
}
