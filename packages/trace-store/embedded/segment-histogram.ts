import type { Plan } from "./plan.ts";
import {
  addCounts,
  type ClassCounts,
  classes,
  failing,
  type RatingBuckets,
} from "./rating-buckets.ts";
import { addRatings, type RatingTells, tellRatings } from "./rating-sums.ts";
import type { Segment } from "./segment.ts";
import { SegmentMatch, type Work } from "./segment-match.ts";

/** So few rows are looked at sooner than counts of a segment are added up. */
const rowsOneByOne = 1_024;

/** What a row of a list costs, in rows of a span. */
const listCost = 6;

/** The sum of a segment has 16 bits, so that three of them fit into one number; the fourth is the rest. */
const fieldOfClass = Float64Array.of(1, 2 ** 16, 2 ** 32, 0, 0);
const passesOfClass = Uint8Array.of(1, 1, 1, 1, 0);
/**
 * The matching traces of single segments over time by status. A segment mostly lies in few
 * buckets: its counts of kinds and operators tell the whole of it, rows are looked at for all
 * buckets but the largest, and that one is the difference.
 */
export class SegmentHistogram {
  readonly #plan: Plan;
  readonly #classes: Uint8Array;
  readonly #buckets: RatingBuckets;
  readonly #work: Work;

  /** @param classOf the class of each kind of the store. */
  constructor(plan: Plan, classOf: Uint8Array, buckets: RatingBuckets, work: Work) {
    this.#plan = plan;
    this.#classes = classOf;
    this.#buckets = buckets;
    this.#work = work;
  }

  /** Adds the traces of a segment in `[from, to)`, ms since 1970. */
  add(segment: Segment, from: number, to: number): void {
    const [first, last] = [segment.rowAt(from), segment.rowAt(to)];
    if (first >= last) return;
    this.#work.segments += 1;
    const match = new SegmentMatch(segment, this.#plan);
    if (last - first <= rowsOneByOne && match.included === undefined) {
      this.#work.rows += last - first;
      for (let row = first; row < last; row += 1) this.addRow(match, row, 1);
      this.addRows(match, match.excluded, first, last, -1);
      return;
    }
    const cuts = this.#cut(segment, first, last);
    const largest = cuts.reduce((best, cut) => (sizeOf(cut) > sizeOf(best) ? cut : best));
    const spanned = last - first - sizeOf(largest);
    if (this.#addShortest(match, first, last, spanned / listCost)) return;
    const tells = tellRatings(match, this.#classes);
    const rest = this.#countRange(match, tells, first, last);
    for (const cut of cuts) {
      if (cut === largest) continue;
      const counts = new Float64Array(classes);
      this.#addSpan(match, tells, cut.first, cut.last, counts, 1);
      addCounts(rest, counts, -1);
      addCounts(this.#buckets.at(cut.bucket), counts);
    }
    addCounts(this.#buckets.at(largest.bucket), rest);
    this.addRows(match, match.excluded, first, last, -1);
  }

  /** Adds those of some rows that lie in `[first, last)` and pass the filters on kinds and operators. */
  addRows(match: SegmentMatch, rows: Uint16Array, first: number, last: number, sign: number): void {
    this.#work.rows += rows.length;
    for (const row of rows) if (row >= first && row < last) this.addRow(match, row, sign);
  }

  /** Counts one row if it passes the filters on kinds and operators. */
  addRow(match: SegmentMatch, row: number, sign: number): void {
    if (!match.failsOperator(row)) this.addOfOperator(match, row, sign);
  }

  /** Counts one row, whoever its operator is, if it passes the filters on kinds. */
  addOfOperator({ segment, columns }: SegmentMatch, row: number, sign: number): void {
    const { kind, kinds, time } = columns;
    const place = this.#classes[kinds.values[kind[row] ?? 0] ?? 0] ?? failing;
    const counts = this.#buckets.at(segment.start + (time[row] ?? 0));
    counts[place] = (counts[place] ?? 0) + sign;
  }

  /** The buckets that rows `first` to `last` lie in, with the rows of each. */
  #cut(segment: Segment, first: number, last: number): Cut[] {
    const cuts: Cut[] = [];
    for (let row = first; row < last;) {
      const bucket = this.#buckets.startOf(segment.start + (segment.columns.time[row] ?? 0));
      const end = Math.min(last, segment.rowAt(bucket + this.#buckets.width));
      cuts.push({ bucket, first: row, last: end });
      row = end;
    }
    return cuts;
  }

  /**
   * Adds the rows of the filter on hashed fields, of the operators or of the kinds, if those are
   * no more than `atMost`. @returns whether they were.
   */
  #addShortest(match: SegmentMatch, first: number, last: number, atMost: number): boolean {
    const { included } = match;
    const { kinds, operators } = match.columns;
    const unwanted = new Set(match.excluded);
    const add = (rows: Uint16Array, from: number, to: number) => {
      this.#work.rows += to - from;
      for (let at = from; at < to; at += 1) {
        const row = rows[at] ?? 0;
        if (row >= first && row < last && !unwanted.has(row)) this.addRow(match, row, 1);
      }
    };
    if (included !== undefined) {
      add(included, 0, included.length);
      return true;
    }
    const addGroups = (
      { starts, rows }: { readonly starts: Uint16Array; readonly rows: Uint16Array },
      indexes: Uint16Array | readonly number[],
    ) => {
      for (const index of indexes) add(rows, starts[index] ?? 0, starts[index + 1] ?? 0);
    };
    if (match.hasOperators && !match.isExcluding) {
      const { starts } = operators;
      const count = match.operators.reduce(
        (sum, index) => sum + (starts[index + 1] ?? 0) - (starts[index] ?? 0),
        0,
      );
      if (count <= atMost) {
        addGroups(operators, match.operators);
        return true;
      }
    }
    if (!this.#plan.hasKinds || match.countPassing() > atMost) return false;
    addGroups(kinds, match.passing);
    return true;
  }

  #countRange(match: SegmentMatch, tells: RatingTells, first: number, last: number): ClassCounts {
    const { length } = match.columns;
    const counts = new Float64Array(classes);
    if (last - first <= length / 2) {
      this.#addSpan(match, tells, first, last, counts, 1);
      return counts;
    }
    this.#addWhole(match, counts);
    this.#addSpan(match, tells, 0, first, counts, -1);
    this.#addSpan(match, tells, last, length, counts, -1);
    return counts;
  }

  #addSpan(
    match: SegmentMatch,
    tells: RatingTells,
    first: number,
    last: number,
    counts: ClassCounts,
    sign: number,
  ): void {
    this.#work.rows += last - first;
    addRatings(match, tells, first, last, counts, sign);
  }

  #addWhole({ segment, operators, isExcluding, hasOperators }: SegmentMatch, counts: ClassCounts) {
    const { kinds, pairs } = segment.columns;
    const { values, starts } = kinds;
    const ofKind = this.#classes;
    if (!hasOperators || isExcluding) {
      let [packed, all] = [0, 0];
      for (let index = 0, from = 0; index < values.length; index += 1) {
        const to = starts[index + 1] ?? 0;
        const place = ofKind[values[index] ?? 0] ?? failing;
        packed += (to - from) * (fieldOfClass[place] ?? 0);
        all += (to - from) * (passesOfClass[place] ?? 0);
        from = to;
      }
      addPacked(counts, packed, all, 1);
    }
    let [packed, all] = [0, 0];
    for (const operator of operators) {
      const [from, to] = [pairs.starts[operator] ?? 0, pairs.starts[operator + 1] ?? 0];
      this.#work.pairs += to - from;
      for (let at = from; at < to; at += 1) {
        const place = ofKind[values[pairs.kinds[at] ?? 0] ?? 0] ?? failing;
        packed += (pairs.counts[at] ?? 0) * (fieldOfClass[place] ?? 0);
        all += (pairs.counts[at] ?? 0) * (passesOfClass[place] ?? 0);
      }
    }
    addPacked(counts, packed, all, isExcluding ? -1 : 1);
  }
}

/** Adds what was summed up under {@link fieldOfClass} and {@link passesOfClass}. */
function addPacked(counts: ClassCounts, packed: number, all: number, sign: number): void {
  const normal = packed % 2 ** 16;
  const warning = Math.floor(packed / 2 ** 16) % 2 ** 16;
  const incident = Math.floor(packed / 2 ** 32);
  [normal, warning, incident, all - normal - warning - incident].forEach((count, rating) => {
    counts[rating] = (counts[rating] ?? 0) + sign * count;
  });
}

interface Cut {
  readonly bucket: number;
  readonly first: number;
  readonly last: number;
}

const sizeOf = ({ first, last }: Cut) => last - first;
