import { type Rollup, rollUpHours, rollUpOperators } from "./day-rollups.ts";
import type { Segment } from "./segment.ts";
import { dayMs } from "./utc-day.ts";

/** Segments with fewer rows are counted one by one: they come and go often. */
const rowsAtLeast = 4_096;

/** What the large segments of one project and UTC day hold, added up as far as it was asked for. */
export class DayCounts {
  /** The day, `[start, end)` in ms since 1970. */
  readonly start: number;
  readonly end: number;
  /** The segments that are added up. */
  readonly large: readonly Segment[];
  readonly small: readonly Segment[];
  /** Rows of each kind, by its number in the store. */
  readonly perKind: Uint32Array;
  /** Rows of each operator, by its number in the store. */
  readonly perOperator: Uint32Array;
  #operators: Rollup | undefined;
  #hours: Rollup | undefined;

  constructor(
    day: number,
    large: readonly Segment[],
    small: readonly Segment[],
    before: DayCounts | undefined,
  ) {
    this.start = day * dayMs;
    this.end = this.start + dayMs;
    this.large = large;
    this.small = small;
    const isSame =
      before !== undefined &&
      before.large.length === large.length &&
      large.every((segment) => before.large.includes(segment));
    this.perKind = isSame ? before.perKind : addUp(large.map(({ columns }) => columns.kinds));
    this.perOperator = isSame
      ? before.perOperator
      : addUp(large.map(({ columns }) => columns.operators));
    this.#operators = isSame ? before.#operators : undefined;
    this.#hours = isSame ? before.#hours : undefined;
  }

  /** Rows of each operator and kind. */
  get operators(): Rollup {
    this.#operators ??= rollUpOperators(this.large);
    return this.#operators;
  }

  /** Rows of each hour, class of kinds, and kind; the class of a kind is always the same. */
  hours(classes: number, classOf: (kind: number) => number): Rollup {
    this.#hours ??= rollUpHours(this.large, classes, classOf);
    return this.#hours;
  }
}

/** The counts of days, kept until a large segment comes or goes. */
export class DayCountsCache {
  readonly #days = new Map<string, DayCounts>();
  readonly #lists = new WeakMap<readonly Segment[], readonly DayCounts[]>();

  /** The days of a project's segments. */
  of(segments: readonly Segment[]): readonly DayCounts[] {
    const known = this.#lists.get(segments);
    if (known !== undefined) return known;
    const days = [...Map.groupBy(segments, ({ entry }) => entry.day)].map(([day, ofDay]) =>
      this.#count(day, ofDay),
    );
    this.#lists.set(segments, days);
    return days;
  }

  #count(day: number, segments: readonly Segment[]): DayCounts {
    const large = segments.filter(({ entry }) => entry.rows >= rowsAtLeast);
    const small = segments.filter(({ entry }) => entry.rows < rowsAtLeast);
    const key = `${segments[0]?.entry.project ?? 0}/${day}`;
    const counts = new DayCounts(day, large, small, this.#days.get(key));
    this.#days.set(key, counts);
    return counts;
  }
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
