import type { Segment } from "./segment.ts";

/** Segments with fewer rows are counted one by one: they come and go often. */
const rowsAtLeast = 4_096;

/** What the large segments of one project and UTC day hold, added up. */
export interface DayCounts {
  readonly day: number;
  /** The segments that are added up. */
  readonly large: readonly Segment[];
  readonly small: readonly Segment[];
  /** Rows of each kind, by its number in the store. */
  readonly perKind: Uint32Array;
  /** Rows of each operator, by its number in the store. */
  readonly perOperator: Uint32Array;
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
    const before = this.#days.get(key);
    const isSame =
      before !== undefined &&
      before.large.length === large.length &&
      large.every((segment, index) => before.large[index] === segment);
    const counts: DayCounts = isSame
      ? { ...before, small }
      : {
          day,
          large,
          small,
          perKind: addUp(large.map(({ columns }) => columns.kinds)),
          perOperator: addUp(large.map(({ columns }) => columns.operators)),
        };
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
