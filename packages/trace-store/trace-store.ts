import { type Trace, traceRatings } from "@trace-console/contracts/trace";
import type { FilterField, TraceQuery } from "@trace-console/contracts/trace-filter";

/** A trace on its way into the store. */
export interface TraceRecord {
  readonly trace: Trace;
  /** The normalised trace as `JSON.stringify` writes it: what every list and dialog serves. */
  readonly wire: string;
  /** The bytes as they came in, where they differ from `wire`. */
  readonly original: Uint8Array | undefined;
}

/**
 * What became of an appended trace. `duplicate`: the same id with an equal JSON value is stored
 * already. `conflict`: the same id with another value is; the first is kept, this one is recorded
 * beside it. `expired`: its time lies before the retention window. `ahead`: accepted, but its time
 * is more than 15 minutes ahead of the clock.
 */
export interface AppendVerdict {
  readonly verdict: "accepted" | "duplicate" | "conflict" | "expired";
  readonly ahead: boolean;
}

/** A trace as it is stored. */
export interface StoredTrace {
  readonly trace_id: string;
  /** ms since 1970. */
  readonly time: number;
  /**
   * The normalised trace as JSON in UTF-8: the stored bytes, which travel as they are. Those of a
   * page mostly lie in one piece of memory, in their order and with a comma in between.
   */
  readonly wire: Buffer;
  /** Whether its time was more than 15 minutes ahead of the clock when it came in. */
  readonly ahead: boolean;
}

/** Another content that came under the id of a stored trace. */
export interface Conflict {
  /** When it came, ms since 1970. */
  readonly received: number;
  /** The normalised trace as JSON. */
  readonly wire: string;
}

/** The other contents that came under one id. */
export interface Conflicts {
  readonly total: number;
  /** The {@link conflictsAtMost} that came last, newest first. */
  readonly newest: readonly Conflict[];
}

/** So many are told of one trace: each is as long as a trace. */
export const conflictsAtMost = 10;

/** A place in the order of traces: (time, trace_id by bytes), both descending. */
export interface Position {
  readonly time: number;
  readonly trace_id: string;
}

export interface ListQuery extends TraceQuery {
  /** How many traces at most; a page also ends after 16 MiB, so that replies stay bounded. */
  readonly limit: number;
  /** Only what comes after this place: the trace_id of a stored trace, or a position. */
  readonly after?: string | Position | undefined;
}

export interface TracePage {
  readonly traces: readonly StoredTrace[];
  /** Whether older traces match too. */
  readonly more: boolean;
}

/** The fields whose values can be counted: those with few values, and the operators. */
export const countedFields = [
  "service_type",
  "resource_type",
  "trace_name",
  "user",
  "trace_rating",
  "enterprise_project_id",
  "tracker_name",
] as const satisfies readonly FilterField[];
export type CountedField = (typeof countedFields)[number];

export interface SummaryQuery extends TraceQuery {
  /** The fields whose values are counted, each under all filters but those on it. */
  readonly facets?: readonly CountedField[];
  /** Width of the histogram's buckets in ms; without it no histogram is made. */
  readonly bucketMs?: number;
}

export interface Summary {
  readonly total: number;
  /** For each field asked for: its values, most frequent first, then by value. */
  readonly facets: Readonly<Partial<Record<CountedField, readonly FacetValue[]>>>;
  /** The buckets that hold a matching trace, oldest first. */
  readonly histogram: readonly Bucket[];
}

/** What a bucket counts apart: the three statuses, and whatever else stands in `trace_rating`. */
export const bucketRatings = [...traceRatings, "other"] as const;

/** The matching traces of `[from, from + width)`, as far as the query's range holds it. */
export interface Bucket extends Readonly<Record<(typeof bucketRatings)[number], number>> {
  /** ms since 1970, a multiple of the width. */
  readonly from: number;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** The addresses of some traces. */
export interface AddressCounts {
  /** Each `source_ip`, most frequent first, then by value. Traces without one are left out. */
  readonly addresses: readonly FacetValue[];
  /** How many traces have further addresses, beyond the {@link addressesAtMost} found first. */
  readonly others: number;
}

/** So many addresses are told apart in one count, which keeps them all in memory. */
export const addressesAtMost = 10_000;

/** One operation that a project's traces hold; absent fields are empty strings. */
export interface Operation {
  readonly service_type: string;
  readonly resource_type: string;
  readonly trace_name: string;
}

/** How somebody waits for long work, of which `Counts` come out. */
export interface Watch<Counts = Summary> {
  /**
   * What {@link TraceStore.version} has told just now: unless it has changed since, a page is
   * answered without a look at what others have stored.
   */
  readonly version?: number | undefined;
  /** Ends the work: the call rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Told what is counted so far and the share of the work that is done, 0 to 1. Only counts for
   * which traces are read take that long.
   */
  readonly onProgress?: ((partial: Counts, share: number) => void) | undefined;
}

/** What the pieces of an export go through, where the traces are read. */
export interface ExportFormatter {
  /** The address of a module that exports `createFormatter`: it makes a function of whole lines. */
  readonly module: string;
  /** What `createFormatter` is given: plain data, which can be told to another thread. */
  readonly options?: unknown;
}

/** How an export runs. */
export interface ExportOptions {
  /** Ends it: the next piece rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Without it the pieces are the wire JSON. */
  readonly formatter?: ExportFormatter | undefined;
  /** A piece ends after every so many traces, so that a file can be divided there. */
  readonly sectionSize?: number | undefined;
}

/** Some traces of an export. */
export interface ExportPiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many traces it holds. */
  readonly traces: number;
}

/** `after` named a trace_id that this project does not hold. */
export class UnknownMarkerError extends Error {
  constructor() {
    super("no trace with this id is stored");
    this.name = "UnknownMarkerError";
  }
}

/**
 * The rolling trace store. Each call takes the project first: nothing of another project is ever
 * returned. `time` alone decides retention, filters and order; ranges are half-open `[from, to)`
 * in ms; reads are clamped to the millisecond at `now − retention`, expiry drops whole UTC days.
 */
export interface TraceStore {
  /**
   * Stores a batch durably, all or nothing; when it returns, the batch survives a crash.
   * @returns one verdict per record, in their order.
   */
  append(project_id: string, records: readonly TraceRecord[]): Promise<AppendVerdict[]>;
  /**
   * One page, newest first.
   * @throws UnknownMarkerError when `after` is an id that the project does not hold.
   */
  list(project_id: string, query: ListQuery, watch?: Watch): Promise<TracePage>;
  /**
   * All matching traces as wire JSON in UTF-8, newest first, a line each (NDJSON), in pieces of
   * whole lines: those that were stored when the first piece was asked for.
   */
  exportTraces(
    project_id: string,
    query: TraceQuery,
    options?: ExportOptions,
  ): AsyncIterable<ExportPiece>;
  /**
   * A number that changes whenever something was stored or dropped, by this process or another.
   * While it stays, a page stays the same until a trace in it leaves the retention window.
   */
  version(): number;
  /** The trace with this id, or undefined (also for one of another project, or expired). */
  find(project_id: string, trace_id: string): Promise<StoredTrace | undefined>;
  /**
   * The other contents that came under the id of this trace within the retention window, which are
   * served nowhere else; undefined as for {@link find}.
   */
  findConflicts(project_id: string, trace_id: string): Promise<Conflicts | undefined>;
  /** The bytes in which the trace came, or undefined as for {@link find}. */
  findOriginal(project_id: string, trace_id: string): Promise<Uint8Array | undefined>;
  /**
   * Reads and checks what opening left unread, so that nobody's first query waits for it: an engine
   * may open before it has looked at all that is stored.
   * @throws DatabaseFileError for a file that is damaged.
   */
  load(): Promise<void>;
  /**
   * Adds up ahead what counts need, and from then on keeps it so as traces come. Without it the
   * first counts after the start, and after each segment, take tenths of a second.
   */
  prepare(): Promise<void>;
  /** Exact total, facets and histogram. */
  summarize(project_id: string, query: SummaryQuery, watch?: Watch): Promise<Summary>;
  /** The addresses of all matching traces: those are read. */
  countAddresses(
    project_id: string,
    query: TraceQuery,
    watch?: Watch<AddressCounts>,
  ): Promise<AddressCounts>;
  /** The operations that the project's traces of the whole window hold, each once. */
  listOperations(project_id: string): Promise<Operation[]>;
  /** The operators of the last 30 days, most recently seen first. */
  listOperators(project_id: string): Promise<string[]>;
  /** Drops the days that ended before `now − retention`. @returns the days dropped, `YYYY-MM-DD`. */
  expire(): Promise<string[]>;
  close(): Promise<void>;
}
