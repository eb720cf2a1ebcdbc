import {
  type ListQuery,
  type Operation,
  type Position,
  type SummaryQuery,
  type TracePage,
  UnknownMarkerError,
} from "../trace-store.ts";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { CountRooms } from "./count-room.ts";
import { Counts } from "./count.ts";
import { Days } from "./days.ts";
import { findRow } from "./find-row.ts";
import { hashText } from "./hash.ts";
import type { FormatLines } from "./line-formatter.ts";
import { Histogram } from "./histogram.ts";
import { pageBytes } from "./limits.ts";
import { PageCopy } from "./page-copy.ts";
import type { Numbers } from "./numbers.ts";
import { type NumberedSummary, sortFacet } from "./numbered-summary.ts";
import { ratingOfKinds } from "./rating-buckets.ts";
import type { Plan } from "./plan.ts";
import { PlanCache } from "./plan-cache.ts";
import type { Segment } from "./segment.ts";
import type { Work } from "./segment-match.ts";
import type { SegmentSet } from "./segment-set.ts";
import { planText } from "./text-search.ts";
import { summarizeText } from "./text-summary.ts";
import { type Place, walkNewestFirst } from "./walk.ts";

/** Called between steps of long work, so that others get their turn; throws to end the work. */
export type Pause = () => Promise<void>;

/** Called with what is counted so far and the share of the work that is done, 0 to 1. */
export type Progress = (partial: () => NumberedSummary, share: number) => void;

/** Bytes of traces that an export hands on at a time: more would be mapped anew for each piece. */
const exportBytes = 224 * 1024;

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
    const after =
      typeof query.after === "string" ? this.#position(project_id, query.after) : query.after;
    // Searches give way to others in between; other pages are gathered in one go.
    const page = query.text === undefined ? this.#page : new PageCopy();
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
      text: query.text === undefined ? undefined : planText(query.text),
    };
    return walkNewestFirst(segments, plan, range, this.work);
  }

  /**
   * The wire JSON of all matching traces, newest first, a line each, some at a time.
   * @param format what each piece goes through.
   */
  async *exportTraces(
    project_id: string,
    query: TraceQuery,
    oldest: number,
    pause: Pause,
    format?: FormatLines,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const segments = this.#of(project_id);
    const lent = this.#plans.take(query);
    const places = this.#walk(segments, lent.plan, query, oldest, undefined, Infinity);
    hold(segments);
    try {
      let room = Buffer.allocUnsafeSlow(exportBytes);
      let bytes = 0;
      const finish = () => {
        const piece = new Uint8Array(room.buffer, 0, bytes);
        return format === undefined ? piece : format(piece);
      };
      for (const place of places) {
        if (place === undefined) {
          await pause();
          continue;
        }
        let copied = place.segment.copyLine(place.row, room, bytes);
        if (copied === 0) {
          if (bytes > 0) yield finish();
          await pause();
          const length = place.segment.lineLength(place.row);
          // What was handed on is not ours any more.
          if (format === undefined || room.length < length) {
            room = Buffer.allocUnsafeSlow(Math.max(exportBytes, length));
          }
          bytes = 0;
          copied = place.segment.copyLine(place.row, room, bytes);
        }
        bytes += copied;
      }
      if (bytes > 0) yield finish();
    } finally {
      release(segments);
      this.#plans.give(lent);
    }
  }

  #position(project_id: string, trace_id: string): Position {
    const place = this.#locate(project_id, trace_id);
    if (place === undefined) throw new UnknownMarkerError();
    return { trace_id, time: place.segment.start + (place.segment.columns.time[place.row] ?? 0) };
  }

  #locate(project_id: string, trace_id: string): Place | undefined {
    const hash = hashText(trace_id).high;
    for (const segment of this.#of(project_id)) {
      const row = findRow(segment, trace_id, hash);
      if (row !== undefined) return { segment, row };
    }
    return undefined;
  }

  /** The place of a trace that has not expired. */
  find(project_id: string, trace_id: string, oldest: number): Place | undefined {
    const place = this.#locate(project_id, trace_id);
    if (place === undefined) return undefined;
    const { segment, row } = place;
    return segment.start + (segment.columns.time[row] ?? 0) >= oldest ? place : undefined;
  }

  /** Exact total, facets and histogram; with a text, `progress` is told what is counted so far. */
  async summarize(
    project_id: string,
    query: SummaryQuery,
    oldest: number,
    pause: Pause,
    progress: Progress = () => {},
  ): Promise<NumberedSummary> {
    const { to, bucketMs, text, facets: fields = [] } = query;
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
      if (text !== undefined) {
        const range = { from, to, hasFacets: fields.length > 0, text: planText(text) };
        const sums = { counts, histogram, work: this.work };
        const tell = (share: number) => progress(summary, share);
        await summarizeText(segments, plan, range, sums, pause, tell);
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

  /** Adds up what counts of whole days need, a piece at a time. */
  async prepare(pause: Pause): Promise<void> {
    const ratings = ratingOfKinds(this.#numbers);
    for (const project of this.#segments.projects()) {
      const segments = this.#segments.ofProject(project);
      for (const _ of this.#days.prepare(segments, ratings)) await pause();
    }
  }

  /** The operations that the project's traces of the window hold, each once. */
  listOperations(project_id: string, oldestDay: number): Operation[] {
    const operations = new Map<string, Operation>();
    const kinds = new Set<number>();
    for (const { entry, columns } of this.#of(project_id)) {
      if (entry.day >= oldestDay) for (const kind of columns.kinds.values) kinds.add(kind);
    }
    for (const kind of kinds) {
      const [, service_type, resource_type, trace_name] = this.#numbers.keyOf(kind);
      if (!trace_name) continue;
      operations.set(JSON.stringify([service_type, resource_type, trace_name]), {
        service_type: service_type ?? "",
        resource_type: resource_type ?? "",
        trace_name,
      });
    }
    return [...operations.values()];
  }
}

/** Keeps segments open while somebody reads them who gives way to others in between. */
function hold(segments: readonly Segment[]): void {
  for (const segment of segments) segment.hold();
}

function release(segments: readonly Segment[]): void {
  for (const segment of segments) segment.release();
}
