import { type Bucket, bucketRatings } from "../trace-store.ts";
import type { DayCounts } from "./day-counts.ts";
import type { Numbers } from "./numbers.ts";
import type { Plan } from "./plan.ts";
import type { Segment } from "./segment.ts";
import { SegmentMatch, type Work } from "./segment-match.ts";
import { kindFields } from "./trace-fields.ts";

/** Rows whose ratings are added up in the four bytes of one number before a byte can overflow. */
const rowsPerSum = 255;

const hourMs = 3_600_000;

/** What a row of a list costs, in rows of a span. */
const listCost = 6;

/** The class of kinds that fail a filter, beside the four of {@link bucketRatings}. */
const ratings = bucketRatings.length;
const failing = ratings;
const classes = ratings + 1;
/** The sum of a segment has 16 bits, so that three of them fit into one number; the fourth is the rest. */
const fieldOfClass = Float64Array.of(1, 2 ** 16, 2 ** 32, 0, 0);
const passesOfClass = Uint8Array.of(1, 1, 1, 1, 0);
/** A 1 in the byte of a rating; nothing for what fails. */
const packedClasses = Uint32Array.of(1, 1 << 8, 1 << 16, 1 << 24, 0);

/** Traces by rating, in the order of {@link bucketRatings}; what fails a filter is thrown away. */
type RatingCounts = Float64Array;

/**
 * The matching traces over time by status. A segment mostly lies in few buckets: its counts of
 * kinds and operators tell the whole of it, rows are looked at for all buckets but the largest,
 * and that one is the difference.
 */
export class Histogram {
  readonly #plan: Plan;
  readonly #width: number;
  readonly #work: Work;
  /** For each kind the place of its rating in {@link bucketRatings}. */
  readonly #ratings: Uint8Array;
  /** The same, or `failing`. */
  readonly #classes: Uint8Array;
  /** For each kind 1 when it passes every filter. */
  readonly #passes: Uint8Array;
  readonly #buckets = new Map<number, RatingCounts>();
  /** The bucket that was asked for last: rows ascend, so that the next is mostly the same. */
  #last: { readonly from: number; readonly counts: RatingCounts };

  /** @param width of a bucket in ms; buckets start at its multiples. */
  constructor(numbers: Numbers, plan: Plan, width: number, work: Work) {
    this.#plan = plan;
    this.#width = width;
    this.#work = work;
    const { texts = [], ofKind = [] } = numbers.fields[kindFields.indexOf("trace_rating")] ?? {};
    const places = texts.map((text) => {
      const place = bucketRatings.findIndex((rating) => rating === text);
      return place < 0 ? bucketRatings.indexOf("other") : place;
    });
    this.#ratings = new Uint8Array(ofKind.length);
    for (let kind = 1; kind < ofKind.length; kind += 1) {
      this.#ratings[kind] = places[ofKind[kind] ?? 0] ?? 0;
    }
    this.#classes = new Uint8Array(ofKind.length).fill(failing);
    this.#passes = new Uint8Array(ofKind.length);
    for (const kind of plan.passingKinds) {
      this.#classes[kind] = this.#ratings[kind] ?? 0;
      this.#passes[kind] = 1;
    }
    this.#last = { from: Number.NaN, counts: new Float64Array(classes) };
  }

  /** Adds what the large segments of a day hold in `[from, to)`, ms since 1970. */
  addDay(day: DayCounts, from: number, to: number): void {
    const { start } = day;
    const { included, excluded, operators } = this.#plan;
    const hasRows = included.length > 0 || excluded.length > 0 || operators !== undefined;
    if (hasRows || this.#width % hourMs !== 0) {
      for (const segment of day.large) this.add(segment, from, to);
      return;
    }
    // The hours that lie in the range as a whole, and what is left before and after them.
    const first = Math.max(0, Math.ceil((from - start) / hourMs));
    const last = Math.max(first, Math.min(24, Math.floor((to - start) / hourMs)));
    for (const segment of day.large) {
      this.add(segment, from, Math.min(to, start + first * hourMs));
      this.add(segment, Math.max(from, start + last * hourMs), to);
    }
    for (let hour = first; hour < last; hour += 1) this.#addHour(day, start, hour);
  }

  #addHour(day: DayCounts, start: number, hour: number): void {
    const { starts, kinds, counts } = day.hours(ratings, (kind) => this.#ratings[kind] ?? 0);
    const passes = this.#passes;
    const sums = this.#bucket(this.#bucketOf(start + hour * hourMs));
    for (let rating = 0; rating < ratings; rating += 1) {
      const list = hour * ratings + rating;
      const [from, to] = [starts[list] ?? 0, starts[list + 1] ?? 0];
      let sum = 0;
      // A product and no condition: which kind passes is nothing that a processor can guess.
      for (let at = from; at < to; at += 1)
        sum += (passes[kinds[at] ?? 0] ?? 0) * (counts[at] ?? 0);
      sums[rating] = (sums[rating] ?? 0) + sum;
      this.#work.pairs += to - from;
    }
  }

  /** Adds the traces of a segment in `[from, to)`, ms since 1970. */
  add(segment: Segment, from: number, to: number): void {
    const [first, last] = [segment.rowAt(from), segment.rowAt(to)];
    if (first >= last) return;
    this.#work.segments += 1;
    const match = new SegmentMatch(segment, this.#plan);
    const cuts = this.#cut(segment, first, last);
    const largest = cuts.reduce((best, cut) => (sizeOf(cut) > sizeOf(best) ? cut : best));
    const spanned = last - first - sizeOf(largest);
    if (this.#addShortest(match, first, last, spanned / listCost)) return;
    const packed = this.#packRatings(match);
    const rest = this.#countRange(match, packed, first, last);
    for (const cut of cuts) {
      if (cut === largest) continue;
      const counts = new Float64Array(classes);
      this.#addSpan(match, packed, cut.first, cut.last, counts, 1);
      for (let rating = 0; rating < 4; rating += 1) {
        rest[rating] = (rest[rating] ?? 0) - (counts[rating] ?? 0);
      }
      this.#addTo(cut.bucket, counts);
    }
    this.#addTo(largest.bucket, rest);
    for (const row of match.excluded) {
      if (row >= first && row < last) this.addRow(match, row, -1);
    }
  }

  /** Counts one row if it passes the filters on kinds and operators. */
  addRow({ segment, operatorFails }: SegmentMatch, row: number, sign: number): void {
    const { kind, kinds, operator, time } = segment.columns;
    if (operatorFails?.[operator[row] ?? 0] === 1) return;
    const place = this.#classes[kinds.values[kind[row] ?? 0] ?? 0] ?? failing;
    const counts = this.#countsAt(segment.start + (time[row] ?? 0));
    counts[place] = (counts[place] ?? 0) + sign;
  }

  #bucketOf(time: number): number {
    return Math.floor(time / this.#width) * this.#width;
  }

  /** The counts of the bucket that a moment lies in. */
  #countsAt(time: number): RatingCounts {
    const { from, counts } = this.#last;
    if (time >= from && time < from + this.#width) return counts;
    return this.#bucket(this.#bucketOf(time));
  }

  #bucket(from: number): RatingCounts {
    const counts = this.#buckets.get(from) ?? new Float64Array(classes);
    this.#buckets.set(from, counts);
    this.#last = { from, counts };
    return counts;
  }

  #addTo(bucket: number, more: RatingCounts): void {
    const sums = this.#bucket(bucket);
    for (let rating = 0; rating < 4; rating += 1) {
      sums[rating] = (sums[rating] ?? 0) + (more[rating] ?? 0);
    }
  }

  /** The buckets that rows `first` to `last` lie in, with the rows of each. */
  #cut(segment: Segment, first: number, last: number): Cut[] {
    const cuts: Cut[] = [];
    for (let row = first; row < last;) {
      const bucket = this.#bucketOf(segment.start + (segment.columns.time[row] ?? 0));
      const end = Math.min(last, segment.rowAt(bucket + this.#width));
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
    const { kinds, operators } = match.segment.columns;
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
      indexes: readonly number[],
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

  /** For each of the segment's kinds a 1 in the byte of its rating, 0 when it fails a filter. */
  #packRatings({ segment }: SegmentMatch): Uint32Array {
    const { values } = segment.columns.kinds;
    const ofKind = this.#classes;
    const packed = new Uint32Array(values.length);
    for (let index = 0; index < packed.length; index += 1) {
      packed[index] = packedClasses[ofKind[values[index] ?? 0] ?? failing] ?? 0;
    }
    return packed;
  }

  #countRange(match: SegmentMatch, packed: Uint32Array, first: number, last: number): RatingCounts {
    const { length } = match.segment.columns;
    const counts = new Float64Array(classes);
    if (last - first <= length / 2) {
      this.#addSpan(match, packed, first, last, counts, 1);
      return counts;
    }
    this.#addWhole(match, counts);
    this.#addSpan(match, packed, 0, first, counts, -1);
    this.#addSpan(match, packed, last, length, counts, -1);
    return counts;
  }

  #addWhole({ segment, operators, isExcluding, hasOperators }: SegmentMatch, counts: RatingCounts) {
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

  #addSpan(
    match: SegmentMatch,
    packed: Uint32Array,
    first: number,
    last: number,
    counts: RatingCounts,
    sign: number,
  ): void {
    const { kind, operator } = match.segment.columns;
    const { operatorMasks } = match;
    this.#work.rows += last - first;
    for (let from = first; from < last; from += rowsPerSum) {
      const to = Math.min(last, from + rowsPerSum);
      let sum = 0;
      if (operatorMasks === undefined) {
        for (let row = from; row < to; row += 1) sum = (sum + (packed[kind[row] ?? 0] ?? 0)) | 0;
      } else {
        for (let row = from; row < to; row += 1) {
          const ofRow = (packed[kind[row] ?? 0] ?? 0) & (operatorMasks[operator[row] ?? 0] ?? 0);
          sum = (sum + ofRow) | 0;
        }
      }
      for (let rating = 0; rating < 4; rating += 1) {
        counts[rating] = (counts[rating] ?? 0) + sign * ((sum >>> (8 * rating)) & 0xff);
      }
    }
  }

  /** The buckets that hold a matching trace, oldest first. */
  buckets(): Bucket[] {
    return [...this.#buckets]
      .filter(([, counts]) => counts.some((count, place) => place !== failing && count > 0))
      .toSorted(([a], [b]) => a - b)
      .map(([from, [normal = 0, warning = 0, incident = 0, other = 0]]) => ({
        from,
        normal,
        warning,
        incident,
        other,
      }));
  }
}

/** Adds what was summed up under {@link fieldOfClass} and {@link passesOfClass}. */
function addPacked(counts: RatingCounts, packed: number, all: number, sign: number): void {
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
