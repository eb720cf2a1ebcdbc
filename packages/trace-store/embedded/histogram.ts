import type { Bucket } from "../trace-store.ts";
import type { CountRoom } from "./count-room.ts";
import { type Day, widen } from "./days.ts";
import type { DaySums } from "./day-sums.ts";
import { hoursOfDay, type Rollup } from "./day-rollups.ts";
import { rowsOf } from "./groups.ts";
import type { Numbers } from "./numbers.ts";
import type { OperatorFilter, Plan } from "./plan.ts";
import { classifyKinds, ratingOfKinds, RatingBuckets, ratings } from "./rating-buckets.ts";
import type { Segment } from "./segment.ts";
import { SegmentHistogram } from "./segment-histogram.ts";
import { SegmentMatch, type Work } from "./segment-match.ts";

const hourMs = 3_600_000;

/** Some hours of a day, as ms since 1970 and as places in its lists. */
interface Hours {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/**
 * The matching traces over time by status. Buckets of whole hours are counted by the hours of each
 * day; what lies before and after them, and finer buckets, segment by segment.
 */
export class Histogram {
  readonly #plan: Plan;
  readonly #work: Work;
  readonly #ratings: Uint8Array;
  readonly #buckets: RatingBuckets;
  readonly #segments: SegmentHistogram;

  /**
   * @param width of a bucket in ms; buckets start at its multiples.
   * @param room is used until the histogram is done with.
   */
  constructor(numbers: Numbers, plan: Plan, width: number, work: Work, room: CountRoom) {
    this.#plan = plan;
    this.#work = work;
    this.#ratings = ratingOfKinds(numbers);
    this.#buckets = new RatingBuckets(width);
    this.#segments = new SegmentHistogram(
      plan,
      classifyKinds(this.#ratings, plan, room.classOfKind),
      this.#buckets,
      work,
    );
  }

  /** Adds the traces of a segment in `[from, to)`, ms since 1970. */
  add(segment: Segment, from: number, to: number): void {
    this.#segments.add(segment, from, to);
  }

  /** Counts one row if it passes the filters on kinds and operators. */
  addRow(match: SegmentMatch, row: number, sign: number): void {
    this.#segments.addRow(match, row, sign);
  }

  /** The buckets that hold a matching trace, oldest first. */
  list(): Bucket[] {
    return this.#buckets.list();
  }

  /** Adds what a day holds in `[from, to)`, ms since 1970. */
  addDay(day: Day, from: number, to: number): void {
    const { start, sums, others } = day;
    for (const segment of others) this.add(segment, from, to);
    if (this.#plan.included.length > 0 || this.#buckets.width % hourMs !== 0) {
      for (const segment of sums.segments) this.add(segment, from, to);
      return;
    }
    const [widest, latest] = widen(day, from, to);
    const first = Math.max(0, Math.ceil((widest - start) / hourMs));
    const last = Math.max(first, Math.min(hoursOfDay, Math.floor((latest - start) / hourMs)));
    const hours = { first, last, from: start + first * hourMs, to: start + last * hourMs };
    for (const segment of sums.segments) {
      this.add(segment, from, Math.min(to, hours.from));
      this.add(segment, Math.max(from, hours.to), to);
    }
    if (first < last) this.#addHours(sums, hours);
  }

  #addHours(sums: DaySums, hours: Hours): void {
    const { operators, excluded } = this.#plan;
    const isEvery = !this.#plan.hasKinds && sums.arePassing(this.#plan.passes);
    if (operators === undefined || operators.isExcluded) {
      this.#addLists(sums.hours(this.#ratings), 0, hours, isEvery, 1);
    }
    if (operators !== undefined) this.#addNamed(sums, operators, hours, isEvery);
    if (excluded.length === 0) return;
    for (const segment of sums.segments) {
      const match = this.#match(segment);
      const [first, last] = [segment.rowAt(hours.from), segment.rowAt(hours.to)];
      this.#segments.addRows(match, match.excluded, first, last, -1);
    }
  }

  /** Adds the operators that the filter names, or takes them away. */
  #addNamed(
    sums: DaySums,
    { nos, isExcluded }: OperatorFilter,
    hours: Hours,
    isEvery: boolean,
  ): void {
    const { busyOperators } = sums;
    const sign = isExcluded ? -1 : 1;
    let hasOthers = false;
    for (const no of nos) {
      const place = busyOperators.get(no);
      if (place === undefined) hasOthers = true;
      else this.#addLists(sums.busyHours(this.#ratings), place, hours, isEvery, sign);
    }
    if (!hasOthers) return;
    for (const segment of sums.segments) {
      const { operators } = segment.columns;
      const match = this.#match(segment);
      const [first, last] = [segment.rowAt(hours.from), segment.rowAt(hours.to)];
      for (const index of match.operators) {
        if (busyOperators.has(operators.values[index] ?? 0)) continue;
        const rows = rowsOf(operators, index, first, last);
        this.#work.rows += rows.length;
        for (const row of rows) this.#segments.addOfOperator(match, row, sign);
      }
    }
  }

  #match(segment: Segment): SegmentMatch {
    this.#work.segments += 1;
    return new SegmentMatch(segment, this.#plan);
  }

  /**
   * Adds the lists of some hours, of the operator with this place.
   * @param isEvery whether all kinds pass.
   */
  #addLists(
    { starts, kinds, counts, sums }: Rollup,
    place: number,
    hours: Hours,
    isEvery: boolean,
    sign: number,
  ): void {
    const { passes } = this.#plan;
    for (let hour = hours.first; hour < hours.last; hour += 1) {
      const bucket = this.#buckets.at(hours.from + (hour - hours.first) * hourMs);
      for (let rating = 0; rating < ratings; rating += 1) {
        const list = (place * hoursOfDay + hour) * ratings + rating;
        let sum = isEvery ? (sums[list] ?? 0) : 0;
        const [from, to] = [starts[list] ?? 0, isEvery ? 0 : (starts[list + 1] ?? 0)];
        // A product and no condition: which kind passes is nothing that a processor can guess.
        for (let at = from; at < to; at += 1) {
          sum += (passes[kinds[at] ?? 0] ?? 0) * (counts[at] ?? 0);
        }
        this.#work.pairs += Math.max(0, to - from);
        bucket[rating] = (bucket[rating] ?? 0) + sign * sum;
      }
    }
  }
}
