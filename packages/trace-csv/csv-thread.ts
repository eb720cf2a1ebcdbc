import { Worker } from "node:worker_threads";

/** Lines of wire JSON, to be formatted; answers carry their `id`. */
export interface ToCsvWorker {
  readonly id: number;
  readonly lines: Uint8Array<ArrayBuffer>;
}

export type FromCsvWorker =
  | { readonly id: number; readonly rows: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failure: string };

interface Waiting {
  readonly resolve: (rows: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
}

/** Pieces that one export has under way at once: the thread never waits, and memory stays flat. */
const piecesAhead = 3;

const ended = "the thread that formats CSV ended";

/**
 * A thread that formats CSV for all exports, so that the thread that answers requests stays free.
 * It starts with the first export, and anew after a failure.
 */
export class CsvThread {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #isClosed = false;
  #lastId = 0;

  #start(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    if (this.#isClosed) throw new Error(ended);
    const worker = new Worker(new URL("./csv-worker.ts", import.meta.url));
    worker.on("message", (message: FromCsvWorker) => {
      const waiting = this.#waiting.get(message.id);
      this.#settle(message.id);
      if ("rows" in message) waiting?.resolve(message.rows);
      else waiting?.reject(new Error(message.failure));
    });
    const fail = (error: Error) => {
      if (this.#worker === worker) this.#worker = undefined;
      for (const [id, waiting] of this.#waiting) {
        this.#settle(id);
        waiting.reject(error);
      }
    };
    worker.on("error", fail);
    worker.on("exit", () => fail(new Error(ended)));
    this.#worker = worker;
    return worker;
  }

  #settle(id: number): void {
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker?.unref();
  }

  async #format(lines: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const worker = this.#start();
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, lines } satisfies ToCsvWorker, [lines.buffer]);
    });
  }

  /** Pieces of wire JSON, a trace a line, as pieces of CSV rows in the same order. Takes the bytes. */
  async *format(
    pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const underWay: Promise<Uint8Array<ArrayBuffer>>[] = [];
    for await (const lines of pieces) {
      const rows = this.#format(lines);
      // It may fail while the caller takes its time, or has left: nobody waits for it then.
      rows.catch(() => {});
      underWay.push(rows);
      const first = underWay.length < piecesAhead ? undefined : underWay.shift();
      if (first !== undefined) yield await first;
    }
    for (const rows of underWay) yield await rows;
  }

  /** Ends the thread for good: an export under way fails. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#worker;
    // A last answer must not unref it: nothing would keep the process until it has ended.
    this.#worker = undefined;
    await worker?.terminate();
  }
}
