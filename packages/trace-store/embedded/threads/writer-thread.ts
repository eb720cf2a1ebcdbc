import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from "node:worker_threads";
import type { SharedSegment } from "../log-view.ts";
import type { NewBatch } from "../new-batch.ts";
import type { WriterPort } from "../ports.ts";
import type { OnProblem } from "../seal-problems.ts";
import type { VerdictCodes } from "../verdict-codes.ts";
import type { WriterOptions } from "../writer.ts";
import { threadMemory } from "./thread-memory.ts";
import { receiveError } from "./thread-errors.ts";
import type { FromWriter, ToWriter, WriterData } from "./writer-messages.ts";

/** Traces of several batches that are committed together at most. */
const tracesPerCommit = 4_000;

/** Only the writer sends to this port, and nothing else. */
function areSegments(message: unknown): message is readonly SharedSegment[] {
  return Array.isArray(message);
}

/** Something that the thread does, one after the other. */
interface Task {
  readonly message: ToWriter;
  /** What is moved to the thread, not copied. */
  readonly moved?: ArrayBuffer[];
  readonly take: (answer: FromWriter) => void;
  readonly fail: (error: Error) => void;
}

/** A batch that waits for the commit before. */
interface WaitingBatch {
  readonly batch: NewBatch;
  readonly resolve: (verdicts: VerdictCodes) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The writer in a thread of its own. Batches that come while one is being committed are committed
 * together: a commit waits for the disk, however little it holds.
 */
export class WriterThread implements WriterPort {
  readonly #options: WriterOptions;
  readonly #onProblem: OnProblem;
  readonly #tasks: Task[] = [];
  readonly #batches: WaitingBatch[] = [];
  /** Lent before the thread has started. */
  #lent: readonly SharedSegment[] = [];
  #made: MessagePort | undefined;
  #worker: Worker | undefined;
  #running: Task | undefined;
  #isClosed = false;

  constructor(options: WriterOptions, onProblem: OnProblem) {
    this.#options = options;
    this.#onProblem = onProblem;
  }

  #start(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(new URL("./writer-worker.ts", import.meta.url), {
      resourceLimits: threadMemory,
    });
    const data: WriterData = { options: this.#options, lent: this.#lent, made: port2 };
    worker.postMessage({ type: "start", data } satisfies ToWriter, [port2]);
    this.#lent = [];
    worker.on("message", (answer: FromWriter) => {
      if (answer.type === "problem") {
        this.#onProblem(receiveError(answer.problem));
        return;
      }
      const task = this.#running;
      this.#running = undefined;
      task?.take(answer);
      this.#next();
    });
    const fail = (error: Error) => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      const task = this.#running;
      this.#running = undefined;
      if (task !== undefined) task.fail(error);
      else if (!this.#isClosed) this.#onProblem(error);
      this.#next();
    };
    worker.on("error", fail);
    worker.on("exit", () => fail(new Error("the writing thread ended")));
    worker.unref();
    this.#made = port1;
    this.#worker = worker;
    return worker;
  }

  #next(): void {
    if (this.#running !== undefined) return;
    const task = this.#tasks.shift() ?? this.#takeBatches();
    if (task === undefined) {
      this.#worker?.unref();
      return;
    }
    const worker = this.#start();
    this.#running = task;
    worker.ref();
    worker.postMessage(task.message, task.moved ?? []);
  }

  #takeBatches(): Task | undefined {
    let traces = 0;
    let count = 0;
    while (count < this.#batches.length && traces < tracesPerCommit) {
      traces += this.#batches[count]?.batch.times.length ?? 0;
      count += 1;
    }
    const taken = this.#batches.splice(0, count);
    if (taken.length === 0) return undefined;
    const fail = (error: unknown) => {
      for (const { reject } of taken) reject(error);
    };
    return {
      message: { type: "append", batches: taken.map(({ batch }) => batch) },
      moved: taken.map(({ batch }) => batch.bodies.buffer),
      take: (answer) => {
        if (answer.type === "error") fail(receiveError(answer.error));
        else if (answer.type === "appended") {
          for (const [index, { resolve, reject }] of taken.entries()) {
            const verdicts = answer.verdicts[index];
            if (verdicts !== undefined) resolve(verdicts);
            else reject(new Error("the writing thread left a batch without an answer"));
          }
        }
      },
      fail,
    };
  }

  #run(message: ToWriter): Promise<FromWriter> {
    return new Promise((resolve, reject) => {
      this.#tasks.push({
        message,
        take: (answer) => {
          if (answer.type === "error") reject(receiveError(answer.error));
          else resolve(answer);
        },
        fail: reject,
      });
      this.#next();
    });
  }

  append(batch: NewBatch): Promise<VerdictCodes> {
    return new Promise((resolve, reject) => {
      this.#batches.push({ batch, resolve, reject });
      this.#next();
    });
  }

  async expire(now: number): Promise<number[]> {
    const answer = await this.#run({ type: "expire", now });
    return answer.type === "expired" ? answer.days : [];
  }

  lend(segments: readonly SharedSegment[]): void {
    if (this.#worker !== undefined) {
      this.#worker.postMessage({ type: "lend", segments } satisfies ToWriter);
      return;
    }
    this.#lent = [...this.#lent, ...segments];
    // What a process before has left in the log is to be sealed: the log has no filter for text.
    if (segments.some(({ entry }) => entry.file === undefined)) this.#start();
  }

  takeMade(): readonly SharedSegment[] {
    const made: SharedSegment[] = [];
    if (this.#made === undefined) return made;
    for (;;) {
      const received = receiveMessageOnPort(this.#made);
      if (received === undefined) return made;
      const message: unknown = received.message;
      if (areSegments(message)) made.push(...message);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#worker === undefined) return;
    await this.#run({ type: "close" });
    await this.#worker.terminate();
    this.#made?.close();
  }
}
