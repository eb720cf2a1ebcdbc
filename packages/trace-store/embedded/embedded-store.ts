import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { readsTraces, type TraceQuery } from "@trace-console/contracts/trace-filter";
import { DatabaseFileError } from "@trace-console/sqlite/storage-failure";
import type { Clock } from "../clock.ts";
import {
  type AddressCounts,
  type AppendVerdict,
  conflictsAtMost,
  type Conflicts,
  type ExportOptions,
  type ExportPiece,
  type ListQuery,
  type Operation,
  type StoredTrace,
  type Summary,
  type SummaryQuery,
  type TracePage,
  type TraceRecord,
  type TraceStore,
  type Watch,
} from "../trace-store.ts";
import { segmentRows } from "./columns.ts";
import { operatorMs } from "./limits.ts";
import { type Change, LogView } from "./log-view.ts";
import { MadeHeads } from "./made-heads.ts";
import { layOutBatch } from "./new-batch.ts";
import { nameSummary } from "./numbered-summary.ts";
import { openPorts } from "./open-ports.ts";
import type { ReaderPort, WriterPort } from "./ports.ts";
import { Reader } from "./reader.ts";
import type { Work } from "./segment-match.ts";
import type { OnProblem } from "./seal-problems.ts";
import { SegmentFolder } from "./segment-folder.ts";
import { dayMs, dayOf, formatDay } from "./utc-day.ts";
import { readVerdicts } from "./verdict-codes.ts";

/**
 * For pages: the newest hour of a busy project, and as many unpackers as ten million traces have
 * segments. Pages of something rare walk through all of them in turn, and would find none of fewer
 * open.
 */
const memoryOfPages = { cacheBytes: 64 * 2 ** 20, unpackers: 160 };

export interface EmbeddedStoreOptions {
  /** The folder of the store's files; created if absent. Several processes may open it. */
  readonly folder: string;
  readonly retentionDays: number;
  readonly clock: Clock;
  /** Whether writing, sealing and long reading have threads of their own. Default: true. */
  readonly hasThreads?: boolean;
  /** Traces of a sealed segment, up to 65,535, the default. */
  readonly rowsPerSegment?: number;
  /** Told, once, of each problem that no call has met: batches that cannot be sealed. */
  readonly onProblem?: OnProblem;
  /** After sealing failed it is tried again, ms. Default: 30,000. */
  readonly sealRetryMs?: number;
}

/**
 * Opens the store that lives in this process, on files. With threads, what is in memory of a
 * segment is read and checked by the first call that needs it, or by `load`.
 *
 * @throws DatabaseFileError for a file that cannot be used or is missing, or the system's error for
 *   a folder that cannot be made.
 */
export function openEmbeddedStore(options: EmbeddedStoreOptions): EmbeddedStore {
  mkdirSync(options.folder, { recursive: true });
  const earlier = join(options.folder, "catalog.db");
  if (existsSync(earlier)) {
    throw new DatabaseFileError(
      `${earlier} is of an earlier version of the store: move ${options.folder} away and import the trace files again.`,
    );
  }
  return new EmbeddedStore(options);
}

/** The interface in the thread of whoever opened it: pages are read here, the rest by others. */
export class EmbeddedStore implements TraceStore {
  readonly #view: LogView;
  readonly #reader: Reader;
  readonly #writer: WriterPort;
  /** Short counts and long scans apart, so that the ones never wait for the others. */
  readonly #counter: ReaderPort;
  readonly #scanner: ReaderPort;
  readonly #clock: Clock;
  readonly #retentionMs: number;
  readonly #made = new MadeHeads();
  /** How often something has changed. */
  #changes = 0;
  #closed = false;

  constructor(options: EmbeddedStoreOptions) {
    const { folder, clock, hasThreads = true, onProblem = () => {} } = options;
    const rowsPerSegment = Math.min(segmentRows, options.rowsPerSegment ?? segmentRows);
    this.#clock = clock;
    this.#retentionMs = options.retentionDays * dayMs;
    let writer: WriterPort | undefined;
    this.#view = new LogView(folder, memoryOfPages, (entry) => this.#made.take(entry, writer));
    try {
      const files = new SegmentFolder(folder);
      this.#view.log.transaction(() => {
        files.takeIn(this.#view.log);
        files.deleteStray(this.#view.log);
      });
      const change = this.#view.refresh();
      // Who opens it without threads stores traces, which takes the ids of all that are stored.
      if (!hasThreads) for (const { source } of this.#view.segments.all()) source.load();
      this.#reader = new Reader(this.#view.numbers, this.#view.segments);
      const { sealRetryMs: retryMs } = options;
      const writing = { folder, retentionMs: this.#retentionMs, rowsPerSegment, retryMs };
      const ports = openPorts(hasThreads, writing, onProblem, this.#view, this.#reader);
      this.#writer = writer = ports.writer;
      this.#counter = ports.counter;
      this.#scanner = ports.scanner;
      if (change !== undefined) this.#tell(change);
    } catch (error) {
      this.#view.close();
      throw error;
    }
  }

  /**
   * What the calls that this thread has answered cost: the counts that explain their speed; and the
   * segments whose head is in memory, which any thread may have read.
   */
  get work(): Work & {
    readonly heads: number;
    readonly blocks: number;
    readonly statements: number;
  } {
    return {
      ...this.#reader.work,
      heads: this.#view.segments.heads,
      blocks: this.#view.segments.unpackedBlocks,
      statements: this.#view.log.statements,
    };
  }

  /** Learns what was committed, by this process or another, and tells the other threads. */
  #refresh(): void {
    const change = this.#view.refresh();
    if (change === undefined) return;
    this.#changes += 1;
    this.#tell(change);
  }

  version(): number {
    this.#refresh();
    return this.#changes;
  }

  #tell(change: Change): void {
    this.#counter.learn(change);
    if (this.#scanner !== this.#counter) this.#scanner.learn(change);
    if (change.added.length > 0) this.#writer.lend(change.added);
    this.#made.forgetBatches();
  }

  #oldest(): number {
    return this.#clock() - this.#retentionMs;
  }

  async append(project_id: string, records: readonly TraceRecord[]): Promise<AppendVerdict[]> {
    const verdicts = await this.#writer.append(layOutBatch(project_id, this.#clock(), records));
    this.#refresh();
    return readVerdicts(verdicts);
  }

  async list(project_id: string, query: ListQuery, watch: Watch = {}): Promise<TracePage> {
    if (watch.version !== this.#changes) this.#refresh();
    const oldest = this.#oldest();
    if (readsTraces(query))
      return this.#scanner.list(project_id, query, oldest, { signal: watch.signal });
    return this.#reader.list(project_id, query, oldest, async () => {});
  }

  async *exportTraces(
    project_id: string,
    query: TraceQuery,
    options: ExportOptions = {},
  ): AsyncGenerator<ExportPiece> {
    this.#refresh();
    yield* this.#scanner.exportTraces(project_id, query, this.#oldest(), options);
  }

  async find(project_id: string, trace_id: string): Promise<StoredTrace | undefined> {
    this.#refresh();
    const place = this.#reader.find(project_id, trace_id, this.#oldest());
    return place?.segment.trace(place.row);
  }

  async findConflicts(project_id: string, trace_id: string): Promise<Conflicts | undefined> {
    this.#refresh();
    const oldest = this.#oldest();
    const project = this.#view.numbers.findProject(project_id);
    if (project === undefined) return undefined;
    if (this.#reader.find(project_id, trace_id, oldest) === undefined) return undefined;
    return this.#view.log.conflictsOf(project, trace_id, oldest, conflictsAtMost);
  }

  async findOriginal(project_id: string, trace_id: string): Promise<Uint8Array | undefined> {
    this.#refresh();
    const place = this.#reader.find(project_id, trace_id, this.#oldest());
    return place?.segment.original(place.row);
  }

  async summarize(project_id: string, query: SummaryQuery, watch: Watch = {}): Promise<Summary> {
    this.#refresh();
    const port = readsTraces(query) ? this.#scanner : this.#counter;
    const { numbers } = this.#view;
    const { signal, onProgress } = watch;
    const summary = await port.summarize(project_id, query, this.#oldest(), {
      signal,
      onProgress:
        onProgress && ((partial, share) => onProgress(nameSummary(partial, numbers), share)),
    });
    return nameSummary(summary, numbers);
  }

  async countAddresses(
    project_id: string,
    query: TraceQuery,
    { signal, onProgress }: Watch<AddressCounts> = {},
  ): Promise<AddressCounts> {
    this.#refresh();
    return this.#scanner.countAddresses(project_id, query, this.#oldest(), { signal, onProgress });
  }

  async load(): Promise<void> {
    this.#refresh();
    await this.#reader.load(setImmediate);
  }

  async prepare(): Promise<void> {
    this.#refresh();
    try {
      await this.#counter.prepare();
    } catch (error) {
      // Whoever closes the store meanwhile has no use for it.
      if (!this.#closed) throw error;
    }
  }

  async listOperations(project_id: string): Promise<Operation[]> {
    this.#refresh();
    return this.#reader.listOperations(project_id, dayOf(this.#oldest()));
  }

  async listOperators(project_id: string): Promise<string[]> {
    this.#refresh();
    const { numbers, log } = this.#view;
    const project = numbers.findProject(project_id);
    if (project === undefined) return [];
    return log
      .operatorsSince(project, this.#clock() - operatorMs)
      .map((no) => numbers.names[no] ?? "")
      .filter((name) => name !== "");
  }

  async expire(): Promise<string[]> {
    const days = await this.#writer.expire(this.#clock());
    this.#refresh();
    return days.map(formatDay);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#writer.close();
    await this.#counter.close();
    await this.#scanner.close();
    this.#view.close();
  }
}
