import { Worker } from "node:worker_threads";
import { threadMemory } from "./thread-memory.ts";
import { receiveError } from "./thread-errors.ts";
import type { FromSealer, ToSealer } from "./writer-messages.ts";

/** Without work for so long the thread ends: tens of MB that it holds go back to the system. */
const idleMs = 30_000;

/** Who seals, in a thread of its own that is there while there is something to seal. */
export class SealerThread {
  readonly #folder: string;
  readonly #idleMs: number;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;

  /** @param folder of the store. */
  constructor(folder: string, idle = idleMs) {
    this.#folder = folder;
    this.#idleMs = idle;
  }

  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  /**
   * Seals one job; asked for the next one only when this has settled.
   * @returns what is in memory of the segment.
   */
  async seal(job: ToSealer): Promise<SharedArrayBuffer> {
    clearTimeout(this.#idle);
    try {
      return await this.#call(job);
    } finally {
      this.#idle = setTimeout(() => void this.close(), this.#idleMs);
      this.#idle.unref();
    }
  }

  #call(job: ToSealer): Promise<SharedArrayBuffer> {
    const worker =
      this.#worker ??
      new Worker(new URL("./sealer-worker.ts", import.meta.url), {
        workerData: this.#folder,
        resourceLimits: threadMemory,
      });
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      const onMessage = (sealed: FromSealer) => {
        worker.off("error", onError);
        if (sealed.type === "sealed") resolve(sealed.head);
        else reject(receiveError(sealed.error));
      };
      const onError = (error: Error) => {
        this.#worker = undefined;
        worker.off("message", onMessage);
        reject(error);
      };
      worker.once("message", onMessage);
      worker.once("error", onError);
      worker.postMessage(job);
    });
  }

  /** Ends the thread. The next job starts it again. */
  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}
