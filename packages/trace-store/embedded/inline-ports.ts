import { setImmediate } from "node:timers/promises";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type { AddressCounts, ExportOptions, ListQuery, SummaryQuery } from "../trace-store.ts";
import type { Change, SharedSegment } from "./log-view.ts";
import { loadFormatter } from "./line-formatter.ts";
import type { NewBatch } from "./new-batch.ts";
import type { ReaderPort, ReaderWatch, WriterPort } from "./ports.ts";
import type { Reader } from "./reader.ts";
import type { Writer } from "./writer.ts";
import { sealSegments } from "./seal.ts";
import type { VerdictCodes } from "./verdict-codes.ts";

/** A writer in this thread, which seals at once: for short-lived programs and tests. */
export class InlineWriter implements WriterPort {
  readonly #writer: Writer;
  #made: SharedSegment[] = [];

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  async append(batch: NewBatch): Promise<VerdictCodes> {
    const { verdicts, added } = this.#writer.append([batch]);
    this.#made.push(...added);
    for (;;) {
      const job = this.#writer.sealing.choose();
      if (job === undefined) break;
      try {
        const head = sealSegments(job.inputs, job.path, job.names);
        const sealed = this.#writer.sealing.commit(job, head, batch.now);
        if (sealed !== undefined) this.#made.push(sealed);
      } catch (error) {
        this.#writer.sealing.giveUp(job, error);
      }
    }
    const [verdictsOfBatch] = verdicts;
    if (verdictsOfBatch === undefined) throw new Error("a batch was left without an answer");
    return verdictsOfBatch;
  }

  async expire(now: number): Promise<number[]> {
    return this.#writer.expire(now);
  }

  lend(): void {}

  takeMade(): readonly SharedSegment[] {
    const made = this.#made;
    this.#made = [];
    return made;
  }

  async close(): Promise<void> {
    this.#writer.close();
  }
}

/** Reads in this thread; long work gives way to others every few ms. */
export class InlineReader implements ReaderPort {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  learn(_change: Change): void {
    // It reads what the store itself has in memory.
  }

  list(project_id: string, query: ListQuery, oldest: number, watch: ReaderWatch) {
    return this.#reader.list(project_id, query, oldest, pauseOf(watch));
  }

  summarize(project_id: string, query: SummaryQuery, oldest: number, watch: ReaderWatch) {
    const { onProgress } = watch;
    return this.#reader.summarize(project_id, query, oldest, pauseOf(watch), (partial, share) =>
      onProgress?.(partial(), share),
    );
  }

  countAddresses(
    project_id: string,
    query: TraceQuery,
    oldest: number,
    watch: ReaderWatch<AddressCounts>,
  ) {
    const { onProgress } = watch;
    return this.#reader.countAddresses(
      project_id,
      query,
      oldest,
      pauseOf(watch),
      (partial, share) => onProgress?.(partial(), share),
    );
  }

  prepare(): Promise<void> {
    return this.#reader.prepare(pauseOf({}));
  }

  async *exportTraces(
    project_id: string,
    query: TraceQuery,
    oldest: number,
    options: ExportOptions,
  ) {
    const { formatter, sectionSize } = options;
    const format = formatter === undefined ? undefined : await loadFormatter(formatter);
    const form = { format, sectionSize };
    yield* this.#reader.exportTraces(project_id, query, oldest, pauseOf(options), form);
  }

  async close(): Promise<void> {}
}

function pauseOf({ signal }: Pick<ReaderWatch, "signal">): () => Promise<void> {
  return async () => {
    await setImmediate();
    signal?.throwIfAborted();
  };
}
