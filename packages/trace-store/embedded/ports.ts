import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type {
  AddressCounts,
  ExportOptions,
  ExportPiece,
  ListQuery,
  SummaryQuery,
  TracePage,
} from "../trace-store.ts";
import type { Change, SharedSegment } from "./log-view.ts";
import type { NewBatch } from "./new-batch.ts";
import type { NumberedSummary } from "./numbered-summary.ts";
import type { VerdictCodes } from "./verdict-codes.ts";

/** What the store asks of its writer, in a thread of its own or in this one. */
export interface WriterPort {
  append(batch: NewBatch): Promise<VerdictCodes>;
  /** @param now ms since 1970. @returns the days that were dropped, ascending. */
  expire(now: number): Promise<number[]>;
  /** Lends the writer what is in memory of segments, so that it need not read them. */
  lend(segments: readonly SharedSegment[]): void;
  /** What the writer has in memory of segments that it has just made, each told once. */
  takeMade(): readonly SharedSegment[];
  close(): Promise<void>;
}

/** As `Watch`, with summaries in numbers. */
export interface ReaderWatch<Counts = NumberedSummary> {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((partial: Counts, share: number) => void) | undefined;
}

/** What the store asks of a thread that reads. `oldest`: traces before it have expired. */
export interface ReaderPort {
  learn(change: Change): void;
  list(
    project_id: string,
    query: ListQuery,
    oldest: number,
    watch: ReaderWatch,
  ): Promise<TracePage>;
  summarize(
    project_id: string,
    query: SummaryQuery,
    oldest: number,
    watch: ReaderWatch,
  ): Promise<NumberedSummary>;
  countAddresses(
    project_id: string,
    query: TraceQuery,
    oldest: number,
    watch: ReaderWatch<AddressCounts>,
  ): Promise<AddressCounts>;
  /** Adds up ahead what counts need, now and after each change. */
  prepare(): Promise<void>;
  exportTraces(
    project_id: string,
    query: TraceQuery,
    oldest: number,
    options: ExportOptions,
  ): AsyncIterable<ExportPiece>;
  close(): Promise<void>;
}
