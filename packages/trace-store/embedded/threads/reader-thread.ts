import { Worker } from "node:worker_threads";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type {
  AddressCounts,
  ExportOptions,
  ExportPiece,
  ListQuery,
  SummaryQuery,
  TracePage,
} from "../../trace-store.ts";
import type { Change } from "../log-view.ts";
import type { NumberedSummary } from "../numbered-summary.ts";
import type { ReaderPort, ReaderWatch } from "../ports.ts";
import type { FromReader, ReaderCall, ToReader } from "./reader-messages.ts";
import { threadMemory } from "./thread-memory.ts";
import { receiveError } from "./thread-errors.ts";

/** Who waits for an answer. */
interface Waiting {
  readonly take: (message: FromReader) => void;
  readonly fail: (error: Error) => void;
}

/** A thread that reads for the store. It starts with the first call. */
export class ReaderThread implements ReaderPort {
  readonly #folder: string;
  readonly #niceness: number;
  readonly #waiting = new Map<number, Waiting>();
  readonly #known: () => Change;
  #worker: Worker | undefined;
  #lastId = 0;

  /**
   * @param folder of the store.
   * @param niceness how far it gives way to others; 0: not at all.
   * @param known all that a thread which starts now has to know.
   */
  constructor(folder: string, niceness: number, known: () => Change) {
    this.#folder = folder;
    this.#known = known;
    this.#niceness = niceness;
  }

  learn(change: Change): void {
    this.#worker?.postMessage({ type: "change", change } satisfies ToReader);
  }

  #start(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(new URL("./reader-worker.ts", import.meta.url), {
      workerData: [this.#folder, this.#niceness],
      resourceLimits: threadMemory,
    });
    worker.on("message", (message: FromReader) => this.#waiting.get(message.id)?.take(message));
    const fail = (error: Error) => {
      if (this.#worker === worker) this.#worker = undefined;
      for (const { fail: failOne } of this.#waiting.values()) failOne(error);
    };
    worker.on("error", fail);
    worker.on("exit", () => fail(new Error("the reading thread ended")));
    worker.unref();
    worker.postMessage({ type: "change", change: this.#known() } satisfies ToReader);
    this.#worker = worker;
    return worker;
  }

  /** Calls the thread. @param take is given each message; true: it was the last. */
  #call(
    request: { readonly project_id: string; readonly oldest: number; readonly call: ReaderCall },
    { signal }: Pick<ReaderWatch, "signal">,
    take: (message: FromReader) => boolean,
  ): { readonly id: number; readonly ended: Promise<void> } {
    signal?.throwIfAborted();
    const worker = this.#start();
    this.#lastId += 1;
    const id = this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const abort = () => {
      worker.postMessage({ type: "end", id } satisfies ToReader);
      settle();
      // The reason is the caller's own, an Error unless the caller wants another.
      const reason: unknown = signal?.reason;
      reject(reason instanceof Error ? reason : new Error(String(reason)));
    };
    const settle = () => {
      signal?.removeEventListener("abort", abort);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) worker.unref();
    };
    signal?.addEventListener("abort", abort);
    this.#waiting.set(id, {
      take: (message) => {
        if (message.type === "error") {
          settle();
          reject(receiveError(message.error));
        } else if (take(message)) {
          settle();
          resolve();
        }
      },
      fail: (error) => {
        settle();
        reject(error);
      },
    });
    worker.ref();
    worker.postMessage({ type: "call", id, ...request } satisfies ToReader);
    return { id, ended: promise };
  }

  async list(
    project_id: string,
    query: ListQuery,
    oldest: number,
    watch: ReaderWatch,
  ): Promise<TracePage> {
    let page: TracePage = { traces: [], more: false };
    const request = { project_id, oldest, call: { name: "list", query } } as const;
    await this.#call(request, watch, (message) => {
      if (message.type === "page") page = message.page;
      return message.type === "page";
    }).ended;
    return {
      ...page,
      // Buffers arrive as plain arrays of bytes.
      traces: page.traces.map((trace) => {
        const { buffer, byteOffset, length } = trace.wire;
        return { ...trace, wire: Buffer.from(buffer, byteOffset, length) };
      }),
    };
  }

  async summarize(
    project_id: string,
    query: SummaryQuery,
    oldest: number,
    watch: ReaderWatch,
  ): Promise<NumberedSummary> {
    let summary: NumberedSummary = { total: 0, facets: [], histogram: [] };
    const hasProgress = watch.onProgress !== undefined;
    const call = { name: "summarize", query, hasProgress } as const;
    await this.#call({ project_id, oldest, call }, watch, (message) => {
      if (message.type === "progress") watch.onProgress?.(message.partial, message.share);
      if (message.type === "summary") summary = message.summary;
      return message.type === "summary";
    }).ended;
    return summary;
  }

  async countAddresses(
    project_id: string,
    query: TraceQuery,
    oldest: number,
    { signal, onProgress }: ReaderWatch<AddressCounts>,
  ): Promise<AddressCounts> {
    let counts: AddressCounts = { addresses: [], others: 0 };
    const call = { name: "addresses", query, hasProgress: onProgress !== undefined } as const;
    await this.#call({ project_id, oldest, call }, { signal }, (message) => {
      if (message.type !== "addresses") return false;
      if (message.isDone) counts = message.counts;
      else onProgress?.(message.counts, message.share);
      return message.isDone;
    }).ended;
    return counts;
  }

  async prepare(): Promise<void> {
    // Of no project in particular, and whatever has expired is dropped by days.
    const request = { project_id: "", oldest: 0, call: { name: "prepare" } } as const;
    await this.#call(request, {}, (message) => message.type === "done").ended;
  }

  async *exportTraces(
    project_id: string,
    query: TraceQuery,
    oldest: number,
    { signal, ...form }: ExportOptions,
  ): AsyncGenerator<ExportPiece> {
    const pieces: ExportPiece[] = [];
    let wake = () => {};
    let isDone = false;
    const request = { project_id, oldest, call: { name: "export", query, form } } as const;
    const { id, ended } = this.#call(request, { signal }, (message) => {
      if (message.type === "piece") pieces.push(message.piece);
      wake();
      return message.type === "done";
    });
    const settled = Promise.allSettled([ended]).finally(() => {
      isDone = true;
      wake();
    });
    try {
      for (;;) {
        const piece = pieces.shift();
        if (piece !== undefined) {
          this.#worker?.postMessage({ type: "more", id } satisfies ToReader);
          yield piece;
        } else if (isDone) {
          // Rejects with the failure, if there was one.
          return await ended;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      // A caller that stops early waits for nothing any more.
      if (!isDone) {
        this.#waiting.get(id)?.fail(new Error("the export was ended"));
        this.#worker?.postMessage({ type: "end", id } satisfies ToReader);
      }
      await settled;
    }
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}
