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
  readonly #sums = new Map<string, DaySums>();
  #lists = new WeakMap<readonly Segment[], readonly Day[]>();

  /** The days of a project's segments. */
  of(segments: readonly Segment[]): readonly Day[] {
    const known = this.#lists.get(segments);
    if (known !== undefined) return known;
    const days = [...Map.groupBy(segments, keyOf)].map(([key, ofDay]): Day => {
      const settled = settledOf(ofDay);
      const kept = this.#sums.get(key);
      const sums =
        kept === undefined || behindOf(kept, settled) >= behindAtMost ? new DaySums(settled) : kept;
      this.#sums.set(key, sums);
      const start = (ofDay[0]?.entry.day ?? 0) * dayMs;
      const added = new Set(sums.segments);
      const others = ofDay.filter((segment) => !added.has(segment));
      return { start, end: start + dayMs, sums, others };
    });
    this.#lists.set(segments, days);
    return days;
  }

  /** Makes the sums of a project's segments that counts will ask for, a piece at each step. */
  *prepare(segments: readonly Segment[], ratingOf: Uint8Array): Generator {
    for (const [key, ofDay] of Map.groupBy(segments, keyOf)) {
      const settled = settledOf(ofDay);
      const kept = this.#sums.get(key);
      const isBehind = kept === undefined || behindOf(kept, settled) >= behindAtRest;
      const sums = isBehind ? new DaySums(settled) : kept;
      yield* sums.prepare(ratingOf);
      if (!isBehind) continue;
      this.#sums.set(key, sums);
      this.#lists = new WeakMap();
    }
  }
}

const keyOf = ({ entry }: Segment) => `${entry.project}/${entry.day}`;

/** The segments that stay for long: files that are not much smaller than others of their day. */
function settledOf(segments: readonly Segment[]): readonly Segment[] {
  const files = segments.filter(({ entry }) => entry.file !== undefined);
  const most = files.reduce((rows, { entry }) => Math.max(rows, entry.rows), 0);
  return files.filter(({ entry }) => entry.rows * 2 >= most);
}

/** How many segments are not in the sums; `Infinity` when one of the sums is gone. */
function behindOf({ segments }: DaySums, settled: readonly Segment[]): number {
  const present = new Set(settled);
  if (!segments.every((segment) => present.has(segment))) return Infinity;
  return settled.length - segments.length;
}
