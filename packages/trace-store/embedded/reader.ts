import type {
  AddressCounts,
  ExportPiece,
  ListQuery,
  Operation,
  Position,
  SummaryQuery,
  TracePage,
} from "../trace-store.ts";
import { readsTraces, type TraceQuery } from "@trace-console/contracts/trace-filter";
import { countAddresses } from "./address-counts.ts";
import { planBodies } from "./body-search.ts";
import { summarizeBodies } from "./body-summary.ts";
import { CountRooms } from "./count-room.ts";
import { Counts } from "./count.ts";
import { Days } from "./days.ts";
import { exportPieces } from "./export-pieces.ts";
import { findPlace, positionOf, timeOf } from "./find-row.ts";
import type { ExportForm } from "./line-formatter.ts";
import { Histogram } from "./histogram.ts";
import { hold, loadHeads, release } from "./hold.ts";
import { pageBytes } from "./limits.ts";
import { PageCopy } from "./page-copy.ts";
import type { Numbers } from "./numbers.ts";
import { type NumberedSummary, sortFacet } from "./numbered-summary.ts";
import { operationsOf } from "./operations.ts";
import { ratingOfKinds } from "./rating-buckets.ts";
import type { Plan } from "./plan.ts";
import { PlanCache } from "./plan-cache.ts";
import type { Segment } from "./segment.ts";
import type { Work } from "./segment-match.ts";
import type { SegmentSet } from "./segment-set.ts";
import { type Place, walkNewestFirst } from "./walk.ts";

/** Called between steps of long work, so that others get their turn; throws to end the work. */
export type Pause = () => Promise<void>;

/** Called with what is counted so far and the share of the work that is done, 0 to 1. */
export type Progress<Counts = NumberedSummary> = (partial: () => Counts, share: number) => void;

/** Answers queries from the segments in memory; the same in every thread. */
export class Reader {
  readonly #numbers: Numbers;
  readonly #segments: SegmentSet;
  readonly #days = new Days();
  readonly #plans: PlanCache;
  readonly #rooms = new CountRooms();
  readonly #page = new PageCopy();
  /** What all queries so far have looked at. */
  readonly work: Work = { rows: 0, pairs: 0, segments: 0, textBlocks: 0 };

  constructor(numbers: Numbers, segments: SegmentSet) {
    this.#numbers = numbers;
    this.#plans = new PlanCache(numbers);
    this.#segments = segments;
  }

  #of(project_id: string): readonly Segment[] {
    const project = this.#numbers.findProject(project_id);
    return project === undefined ? [] : this.#segments.ofProject(project);
  }

  /**
   * One page, newest first.
   * @param oldest traces before this moment have expired.
   * @throws UnknownMarkerError when `after` is an id that the project does not hold.
   */
  async list(
    project_id: string,
    query: ListQuery,
    oldest: number,
    pause: Pause,
  ): Promise<TracePage> {
    const segments = this.#of(project_id);
    const after = typeof query.after === "string" ? positionOf(segments, query.after) : query.after;
    // Searches give way to others in between; other pages are gathered in one go.
    const page = readsTraces(query) ? new PageCopy() : this.#page;
    page.begin();
    const lent = this.#plans.take(query);
    hold(segments);
    try {
      for (const place of this.#walk(segments, lent.plan, query, oldest, after, query.limit + 1)) {
        if (place === undefined) {
          await pause();
          continue;
        }
        if (page.length === query.limit || page.bytes >= pageBytes) {
          return { traces: page.finish(), more: true };
        }
        place.segment.copyTrace(place.row, page);
      }
    } finally {
      release(segments);
      this.#plans.give(lent);
    }
    return { traces: page.finish(), more: false };
  }

  #walk(
    segments: readonly Segment[],
    plan: Plan,
    query: TraceQuery,
    oldest: number,
    after: Position | undefined,
    wanted: number,
  ): Generator<Place | undefined> {
    const range = {
      from: Math.max(query.from, oldest),
      to: after === undefined ? query.to : Math.min(query.to, after.time + 1),
      after,
      wanted,
      bodies: planBodies(query),
    };
    return walkNewestFirst(segments, plan, range, this.work);
  }

  /**
   * The wire JSON of all matching traces, newest first, a line each, some at a time.
   * @param form what each piece goes through, and after how many traces one ends in any case.
   */
  async *exportTraces(
    project_id: string,
    query: TraceQuery,
    oldest: number,
    pause: Pause,
    form: ExportForm,
  ): AsyncGenerator<ExportPiece> {
    const segments = this.#of(project_id);
    const lent = this.#plans.take(query);
    const places = this.#walk(segments, lent.plan, query, oldest, undefined, Infinity);
    hold(segments);
    try {
      yield* exportPieces(places, form, pause);
    } finally {
      release(segments);
      this.#plans.give(lent);
    }
  }

  /** The place of a trace that has not expired. */
  find(project_id: string, trace_id: string, oldest: number): Place | undefined {
    const place = findPlace(this.#of(project_id), trace_id);
    return place !== undefined && timeOf(place) >= oldest ? place : undefined;
  }

  /**
   * Exact total, facets and histogram; where bodies are read, `progress` is told what is counted
   * so far.
   */
  async summarize(
    project_id: string,
    query: SummaryQuery,
    oldest: number,
    pause: Pause,
    progress: Progress = () => {},
  ): Promise<NumberedSummary> {
    const { to, bucketMs, facets: fields = [] } = query;
    const from = Math.max(query.from, oldest);
    const lent = this.#plans.take(query);
    const { plan } = lent;
    const { kindCount, names } = this.#numbers;
    const room = this.#rooms.take(kindCount, names.length);
    const counts = new Counts(this.#numbers, plan, fields, this.work, room);
    const histogram =
      bucketMs === undefined
        ? undefined
        : new Histogram(this.#numbers, plan, bucketMs, this.work, room);
    const summary = (): NumberedSummary => ({
      total: counts.total,
      facets: fields.map((field) =>
        sortFacet(field, counts.perValue(field, this.#numbers), this.#numbers),
      ),
      histogram: histogram?.list() ?? [],
    });
    const segments = this.#of(project_id);
    hold(segments);
    try {
      const bodies = planBodies(query);
      if (bodies !== undefined) {
        const range = { from, to, hasFacets: fields.length > 0, bodies };
        const sums = { counts, histogram, work: this.work };
        const tell = (share: number) => progress(summary, share);
        await summarizeBodies(segments, plan, range, sums, pause, tell);
        return summary();
      }
      for (const day of this.#days.of(segments)) {
        if (day.start >= to || day.end <= from) continue;
        counts.addDay(day, from, to);
        histogram?.addDay(day, from, to);
      }
      return summary();
    } finally {
      release(segments);
      this.#rooms.give(room);
      this.#plans.give(lent);
    }
  }

  /** The addresses of all matching traces; `progress` is told what is counted so far. */
  async countAddresses(
    project_id: string,
    query: TraceQuery,
    oldest: number,
    pause: Pause,
    progress: Progress<AddressCounts> = () => {},
  ): Promise<AddressCounts> {
    const segments = this.#of(project_id);
    const lent = this.#plans.take(query);
    const range = {
      from: Math.max(query.from, oldest),
      to: query.to,
      bodies: planBodies(query),
    };
    hold(segments);
    try {
      return await countAddresses(segments, lent.plan, range, this.work, pause, progress);
    } finally {
      release(segments);
      this.#plans.give(lent);
    }
  }

  /** Reads and checks what opening left in the files, one segment after the other. */
  async load(pause: Pause): Promise<void> {
    for (const project of this.#segments.projects()) {
      await loadHeads(this.#segments.ofProject(project), pause);
    }
  }

  /** Adds up what counts of whole days need, a piece at a time. */
  async prepare(pause: Pause): Promise<void> {
    const ratings = ratingOfKinds(this.#numbers);
    for (const project of this.#segments.projects()) {
      const segments = this.#segments.ofProject(project);
      await loadHeads(segments, pause);
      for (const _ of this.#days.prepare(segments, ratings)) await pause();
    }
  }

  /** The operations that the project's traces of the window hold, each once. */
  listOperations(project_id: string, oldestDay: number): Operation[] {
    const ofWindow = this.#of(project_id).filter(({ entry }) => entry.day >= oldestDay);
    return operationsOf(ofWindow, this.#numbers);
  }
}
