import { DaySums } from "./day-sums.ts";
import type { Segment } from "./segment.ts";
import { dayMs } from "./utc-day.ts";

/** So many segments that are not added up yet are worth doing it anew while nobody waits … */
const behindAtRest = 4;
/** … and so many, while somebody does. */
const behindAtMost = 16;

/** A UTC day of a project. */
export interface Day {
  /** The day, `[start, end)` in ms since 1970. */
  readonly start: number;
  readonly end: number;
  /** What is added up. */
  readonly sums: DaySums;
  /** The other segments of the day: those in the log, small ones and the newest. */
  readonly others: readonly Segment[];
}

/**
 * A range, `[from, to)` in ms since 1970, that takes in the same traces of a day's sums and as much
 * of the day as it can: where no trace lies beyond its ends, the whole day.
 */
export function widen({ start, end, sums }: Day, from: number, to: number): [number, number] {
  return [
    from <= sums.oldest ? Math.min(from, start) : from,
    to > sums.newest ? Math.max(to, end) : to,
  ];
}

/** The days of the projects, each with the sums of segments that stay for long. */
export class Days {
  /** By project and day, as long as the day holds anything. */
  readonly #sums = new Map<number, Map<number, DaySums>>();
  #lists = new WeakMap<readonly Segment[], readonly Day[]>();
  /** Whether somebody prepares: then nobody waits for sums that are out of date. */
  #isPreparing = false;

  /** The days of a project's segments. */
  of(segments: readonly Segment[]): readonly Day[] {
    const known = this.#lists.get(segments);
    if (known !== undefined) return known;
    const project = projectOf(segments);
    const kept = this.#sums.get(project);
    const sumsOfDays = new Map<number, DaySums>();
    const days = [...Map.groupBy(segments, ({ entry }) => entry.day)].map(([day, ofDay]): Day => {
      const sums = this.#chooseSums(kept?.get(day), settledOf(ofDay));
      sumsOfDays.set(day, sums);
      const added = new Set(sums.segments);
      const others = ofDay.filter((segment) => !added.has(segment));
      return { start: day * dayMs, end: (day + 1) * dayMs, sums, others };
    });
    this.#sums.set(project, sumsOfDays);
    this.#lists.set(segments, days);
    return days;
  }

  #chooseSums(kept: DaySums | undefined, settled: readonly Segment[]): DaySums {
    const behind = behindOf(kept, settled);
    if (kept !== undefined && behind < behindAtMost) return kept;
    if (!this.#isPreparing) return new DaySums(settled);
    // Until the new ones are made, what they would hold is counted segment by segment.
    return kept === undefined || behind === Infinity ? new DaySums([]) : kept;
  }

  /** Makes the sums of a project's segments that counts will ask for, a little at each step. */
  *prepare(segments: readonly Segment[], ratingOf: Uint8Array): Generator<undefined> {
    this.#isPreparing = true;
    const project = projectOf(segments);
    for (const [day, ofDay] of Map.groupBy(segments, ({ entry }) => entry.day)) {
      const settled = settledOf(ofDay);
      const kept = this.#sums.get(project)?.get(day);
      const isBehind = behindOf(kept, settled) >= behindAtRest;
      const sums = kept === undefined || isBehind ? new DaySums(settled) : kept;
      yield* sums.prepare(ratingOf);
      if (sums === kept) continue;
      const sumsOfDays = this.#sums.get(project) ?? new Map<number, DaySums>();
      this.#sums.set(project, sumsOfDays.set(day, sums));
      this.#lists = new WeakMap();
    }
  }
}

const projectOf = ([first]: readonly Segment[]) => first?.entry.project ?? 0;

/** The segments that stay for long: files that are not much smaller than others of their day. */
function settledOf(segments: readonly Segment[]): readonly Segment[] {
  const files = segments.filter(({ entry }) => entry.file !== undefined);
  const most = files.reduce((rows, { entry }) => Math.max(rows, entry.rows), 0);
  return files.filter(({ entry }) => entry.rows * 2 >= most);
}

/** How many segments are not in the sums; `Infinity` when one of them is gone. */
function behindOf(sums: DaySums | undefined, settled: readonly Segment[]): number {
  const present = new Set(settled);
  if (sums?.segments.every((segment) => present.has(segment)) !== true) return Infinity;
  return settled.length - sums.segments.length;
}
