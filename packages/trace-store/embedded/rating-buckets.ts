import { type Bucket, bucketRatings } from "../trace-store.ts";
import type { Numbers } from "./numbers.ts";
import type { Plan } from "./plan.ts";
import { kindFields } from "./trace-fields.ts";

/** How many ratings are told apart. */
export const ratings = bucketRatings.length;
/** The class of kinds that fail a filter, beside the four of {@link bucketRatings}. */
export const failing = bucketRatings.length;
/** How many counts a bucket has: one is of what fails, and is thrown away. */
export const classes = failing + 1;

/** Traces by class: the ratings in the order of {@link bucketRatings}, then what fails a filter. */
export type ClassCounts = Float64Array;

/** As long as there are no more kinds, the same for every query. */
const known = new WeakMap<Numbers, Uint8Array>();

/** For each kind of the store the place of its rating in {@link bucketRatings}. */
export function ratingOfKinds(numbers: Numbers): Uint8Array {
  const { texts = [], ofKind = [] } = numbers.fields[kindFields.indexOf("trace_rating")] ?? {};
  const before = known.get(numbers);
  if (before?.length === numbers.kindCount) return before;
  const places = texts.map((text) => {
    const place = bucketRatings.findIndex((rating) => rating === text);
    return place < 0 ? bucketRatings.indexOf("other") : place;
  });
  const ratingOf = new Uint8Array(numbers.kindCount);
  for (let kind = 1; kind < ratingOf.length; kind += 1) {
    ratingOf[kind] = places[ofKind[kind] ?? 0] ?? 0;
  }
  known.set(numbers, ratingOf);
  return ratingOf;
}

/** For each kind its rating, or {@link failing}. @param room is filled with them. */
export function classifyKinds(ratingOf: Uint8Array, plan: Plan, room: Uint8Array): Uint8Array {
  const classOf = room.subarray(0, ratingOf.length).fill(failing);
  for (let kind = 1; kind < ratingOf.length; kind += 1) {
    if (plan.passes[kind] === 1) classOf[kind] = ratingOf[kind] ?? 0;
  }
  return classOf;
}

/** Counts by time and rating. */
export class RatingBuckets {
  readonly width: number;
  readonly #buckets = new Map<number, ClassCounts>();
  /** The bucket that was asked for last: rows ascend, so that the next is mostly the same. */
  #last: { readonly from: number; readonly counts: ClassCounts };

  /** @param width of a bucket in ms; buckets start at its multiples. */
  constructor(width: number) {
    this.width = width;
    this.#last = { from: Number.NaN, counts: new Float64Array(classes) };
  }

  /** The start of the bucket that a moment (ms since 1970) lies in. */
  startOf(moment: number): number {
    return Math.floor(moment / this.width) * this.width;
  }

  /** The counts of the bucket that a moment (ms since 1970) lies in, to be added to. */
  at(moment: number): ClassCounts {
    const { from, counts } = this.#last;
    if (moment >= from && moment < from + this.width) return counts;
    return this.#open(this.startOf(moment));
  }

  #open(from: number): ClassCounts {
    const counts = this.#buckets.get(from) ?? new Float64Array(classes);
    this.#buckets.set(from, counts);
    this.#last = { from, counts };
    return counts;
  }

  /** The buckets that hold a trace, oldest first. */
  list(): Bucket[] {
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

/** Adds counts to others, or takes them away. */
export function addCounts(to: ClassCounts, more: ClassCounts, sign = 1): void {
  for (let place = 0; place < classes; place += 1) {
    to[place] = (to[place] ?? 0) + sign * (more[place] ?? 0);
  }
}
