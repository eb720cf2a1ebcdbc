import { findRow } from "./find-row.ts";
import { IdFilter } from "./id-filter.ts";
import type { Change } from "./log-view.ts";
import type { Segment } from "./segment.ts";
import type { SegmentSet } from "./segment-set.ts";

/**
 * Hashes that are added to an unfinished filter for each trace of a batch: it costs about half of
 * what it takes to look one id up without a filter.
 */
const hashesPerTrace = 512;
/** The same for a batch at most: some 60 ms. */
const hashesAtOnce = 2_000_000;

/** Which trace ids are stored: told by whole ids, and for new ones mostly by a filter. */
export class KnownIds {
  readonly #segments: SegmentSet;
  /** By number of the project. Made from the segments piece by piece while batches come. */
  readonly #filters = new Map<number, IdFilter>();

  /** @param segments which are up to date whenever this is called. */
  constructor(segments: SegmentSet) {
    this.#segments = segments;
  }

  /** Learns which segments are new and which are gone. */
  learn({ added, removed }: Change): void {
    for (const { entry } of added) {
      const segment = this.#segments.get(entry.no);
      if (segment === undefined) continue;
      this.#filters.get(entry.project)?.addAll(segment.columns.ids.hashes);
    }
    if (removed.length === 0) return;
    // The ids of what expired stay in the filter until its parts are full, unless it is most of it.
    for (const [project, filter] of this.#filters) {
      const ids = this.#segments.ofProject(project).reduce((sum, { entry }) => sum + entry.rows, 0);
      if (ids === 0) this.#filters.delete(project);
      else filter.shrink(ids);
    }
  }

  /** Goes on with the filter of a project, if there is more to do. @param traces that will be asked for. */
  prepare(project: number, traces: number): void {
    const filter = this.#filters.get(project) ?? new IdFilter();
    this.#filters.set(project, filter);
    filter.build(
      this.#segments.ofProject(project).map(({ columns }) => columns.ids.hashes),
      Math.min(traces * hashesPerTrace, hashesAtOnce),
    );
  }

  /**
   * The original bytes of a stored trace, lent until another is read.
   * @param hash the first half of the hash of its id.
   * @param time at which it probably is: a trace that comes again mostly has the same time.
   */
  find(project: number, trace_id: string, hash: number, time: number): Uint8Array | undefined {
    if (this.#filters.get(project)?.has(hash) === false) return undefined;
    const segments = this.#segments.ofProject(project);
    const holdsTime = ({ oldest, newest }: Segment) => oldest <= time && time <= newest;
    for (const isLikely of [true, false]) {
      for (const segment of segments) {
        if (holdsTime(segment) !== isLikely) continue;
        const row = findRow(segment, trace_id, hash);
        if (row !== undefined) return segment.originalOf(row) ?? segment.wire(row);
      }
    }
    return undefined;
  }
}
