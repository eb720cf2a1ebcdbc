import {
  finish,
  type Making,
  type Rollup,
  rollUpHours,
  rollUpHoursOf,
  rollUpOperators,
} from "./day-rollups.ts";
import { ratings } from "./rating-buckets.ts";
import type { Segment } from "./segment.ts";

/** An operator is busy that did more than this share of a day: dozens at most are. */
const busyShare = 1 / 128;

/** What some segments of one project and UTC day hold, added up as far as it was asked for. */
export class DaySums {
  readonly segments: readonly Segment[];
  /** ms since 1970: the moments of the first and the last trace. */
  readonly oldest: number;
  readonly newest: number;
  /** Rows of each kind, by its number in the store. */
  readonly perKind: Uint32Array;
  /** Rows of each operator, by its number in the store. */
  readonly perOperator: Uint32Array;
  /** The place of each busy operator, by its number in the store. */
  readonly busyOperators: ReadonlyMap<number, number>;
  #operators: Rollup | undefined;
  #hours: Rollup | undefined;
  #busyHours: Rollup | undefined;

  constructor(segments: readonly Segment[]) {
    this.segments = segments;
    this.oldest = segments.reduce((least, { oldest }) => Math.min(least, oldest), Infinity);
    this.newest = segments.reduce((most, { newest }) => Math.max(most, newest), -Infinity);
    this.perKind = addUp(segments.map(({ columns }) => columns.kinds));
    this.perOperator = addUp(segments.map(({ columns }) => columns.operators));
    this.busyOperators = findBusy(this.perOperator);
  }

  /** Rows of each operator and kind. */
  get operators(): Rollup {
    return (this.#operators ??= finish(rollUpOperators(this.segments)));
  }

  /**
   * Rows of each hour, rating and kind: list `hour * ratings + rating`.
   * @param ratingOf the rating of each kind of the store: always the same.
   */
  hours(ratingOf: Uint8Array): Rollup {
    return (this.#hours ??= finish(rollUpHours(this.segments, ratings, ratingOf)));
  }

  /** The same of each busy operator: list `(place * 24 + hour) * ratings + rating`. */
  busyHours(ratingOf: Uint8Array): Rollup {
    return (this.#busyHours ??= finish(this.#rollUpBusyHours(ratingOf)));
  }

  #rollUpBusyHours(ratingOf: Uint8Array): Making {
    return rollUpHoursOf(this.busyOperators.keys(), this.segments, ratings, ratingOf);
  }

  /** Makes all of this, a little at each step. @param ratingOf as for {@link hours}. */
  *prepare(ratingOf: Uint8Array): Generator<undefined> {
    this.#operators ??= yield* rollUpOperators(this.segments);
    this.#hours ??= yield* rollUpHours(this.segments, ratings, ratingOf);
    this.#busyHours ??= yield* this.#rollUpBusyHours(ratingOf);
  }

  /** Whether all its kinds are among those that pass: 1 for each of those, by number in the store. */
  arePassing(passes: Uint8Array): boolean {
    const { perKind } = this;
    for (let kind = 0; kind < perKind.length; kind += 1) {
      if ((perKind[kind] ?? 0) > 0 && passes[kind] !== 1) return false;
    }
    return true;
  }
}

function findBusy(perOperator: Uint32Array): Map<number, number> {
  const all = perOperator.reduce((sum, count) => sum + count, 0);
  const busy = new Map<number, number>();
  perOperator.forEach((count, no) => {
    if (count > all * busyShare) busy.set(no, busy.size);
  });
  return busy;
}

function addUp(
  groups: readonly { readonly values: Uint32Array; readonly starts: Uint16Array }[],
): Uint32Array {
  const highest = groups.reduce((most, { values }) => Math.max(most, values.at(-1) ?? 0), 0);
  const sums = new Uint32Array(highest + 1);
  for (const { values, starts } of groups) {
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] ?? 0;
      sums[value] = (sums[value] ?? 0) + (starts[index + 1] ?? 0) - (starts[index] ?? 0);
    }
  }
  return sums;
}
