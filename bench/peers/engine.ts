import type { BenchField, BenchQuery } from "../questions/question.ts";
import type { LoadTrace } from "../load/make-load.ts";

/** A trace's JSON as the engine hands it out. */
export type Wire = string | Uint8Array;

/** Values and how often each occurs, most frequent first or in any order. */
export type FacetCounts = Readonly<
  Partial<Record<BenchField, readonly (readonly [value: string, count: number])[]>>
>;

/** A bucket of the histogram: start in ms, status, traces. */
export type HistogramCount = readonly [from: number, rating: string, count: number];

/**
 * A store that is measured: ours or a peer. Everything it acknowledges is synced to the disk; all
 * answers are exact.
 */
export interface Engine {
  /**
   * Stores a batch durably. A trace that is stored already is not stored again; ours and SQLite then
   * compare its contents, to tell a conflict, the other peers its id alone.
   */
  insert(batch: readonly LoadTrace[]): Promise<void>;
  /** What one does after a bulk load, so that questions are answered well: statistics, merges. */
  settle(): Promise<void>;
  /** What its server does after a start while it answers already. */
  readonly prepare?: () => Promise<void>;
  /** Builds the index for text, when the engine has one that is not kept up while loading. */
  readonly indexText?: () => Promise<void>;
  /** The newest matching traces, whole; at most a page. Order: (time, trace_id) descending. */
  page(query: BenchQuery): Promise<readonly Wire[]>;
  find(trace_id: string): Promise<Wire | undefined>;
  count(query: BenchQuery): Promise<number>;
  /** Each field's counts under all filters but its own. */
  facets(query: BenchQuery): Promise<FacetCounts>;
  /** Traces by hour and status. */
  histogram(query: BenchQuery): Promise<readonly HistogramCount[]>;
  /** All traces as lines of JSON. @returns their number and bytes */
  exportAll(): Promise<{ readonly lines: number; readonly bytes: number }>;
  /** The newest traces as CSV, so many at most. @returns their number */
  readonly exportCsv?: (most: number) => Promise<number>;
  /** Bytes on the disk that the traces and their indexes take, without logs that are reused. */
  diskBytes(): Promise<number>;
  /** Drops the traces before a midnight in UTC (ms), for good. */
  dropBefore(time: number): Promise<void>;
  close(): Promise<void>;
}

/** How an engine is opened. */
export interface EngineOptions {
  /** Exists, empty at first and then as the engine left it. */
  readonly folder: string;
  /** ms since 1970: what the engine is to take for now. */
  readonly end: number;
}

/** An engine that can be measured. */
export interface EngineKind {
  readonly name: string;
  /** Whether it runs in a process of its own anyway, whose memory is not ours. */
  readonly isServer?: boolean;
  /** Name and version, and the settings that matter. */
  describe(): Promise<string>;
  open(options: EngineOptions): Promise<Engine>;
}
