import { setTimeout as wait } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import type { SharedSegment } from "../log-view.ts";
import type { NewBatch } from "../new-batch.ts";
import { keyOf } from "../segment.ts";
import type { Activity } from "../sealing.ts";
import type { WriteJob } from "../seal-desk.ts";
import { Writer } from "../writer.ts";
import { SealerThread } from "./sealer-thread.ts";
import { sendError } from "./thread-errors.ts";
import type { FromWriter, ToWriter, WriterData } from "./writer-messages.ts";

/** A day without new traces for so long is quiet, ms. */
const quietMs = 5_000;
/** And for so long still. */
const stillMs = 60_000;
/** A sealer without work for so long seals what would else wait for more, ms. */
const restMs = 3_000;
/** For each full segment that waits to be sealed, a new batch takes so many ms more: sealing must keep up. */
const waitMs = 15;

const port = parentPort;
if (port === null) throw new Error("this module runs in a thread");

/** Tells the store's thread of a problem that no call has met. */
function tellProblem(problem: Error): void {
  port?.postMessage({ type: "problem", problem: sendError(problem) } satisfies FromWriter);
}

/** The writer and, in a thread of its own, who seals what it has written. */
class WriterWorker {
  readonly #writer: Writer;
  readonly #data: WriterData;
  readonly #sealer: SealerThread;
  /** What the store has in memory of segments that this thread has not seen yet. */
  readonly #heads = new Map<string, SharedArrayBuffer>();
  /** When traces of a project and day last came, and whether by this writer. */
  readonly #lastNew = new Map<string, { readonly at: number; readonly isOwn: boolean }>();
  #sealing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosing = false;
  /** When the last sealing ended. */
  #sealedAt = 0;

  constructor(data: WriterData) {
    this.#data = data;
    this.#sealer = new SealerThread(data.options.folder);
    for (const { entry, head } of data.lent) this.#heads.set(keyOf(entry), head);
    this.#writer = new Writer(data.options, (entry) => this.#heads.get(keyOf(entry)), tellProblem);
    this.#heads.clear();
    this.#sealWhenDue();
  }

  async append(batches: readonly NewBatch[]): Promise<FromWriter> {
    const { verdicts, added } = this.#writer.append(batches);
    if (added.length > 0) {
      this.#data.made.postMessage(added);
      this.#note(added, true);
      this.#sealWhenDue();
      const { backlog } = this.#writer.sealing;
      if (backlog > 1) await wait(backlog * waitMs);
    }
    return { type: "appended", verdicts };
  }

  expire(now: number): FromWriter {
    return { type: "expired", days: this.#writer.expire(now) };
  }

  lend(segments: readonly SharedSegment[]): void {
    for (const { entry, head } of segments) this.#heads.set(keyOf(entry), head);
    this.#note(this.#writer.refresh(), false);
    // What was not new is here already.
    this.#heads.clear();
    this.#sealWhenDue();
  }

  /** Ends when the segment that is being sealed is. */
  async close(): Promise<FromWriter> {
    this.#isClosing = true;
    clearTimeout(this.#timer);
    await this.#sealing;
    await this.#sealer.close();
    this.#writer.close();
    return { type: "closed" };
  }

  #note(segments: readonly SharedSegment[], isOwn: boolean): void {
    for (const { entry } of segments) {
      if (entry.file !== undefined) continue;
      this.#lastNew.set(`${entry.project}/${entry.day}`, { at: performance.now(), isOwn });
    }
  }

  #activityOf(project: number, day: number): Activity {
    const last = this.#lastNew.get(`${project}/${day}`);
    const since = last === undefined ? Infinity : performance.now() - last.at;
    if (last === undefined || since >= stillMs) return "still";
    if (since >= quietMs) return "quiet";
    if (!last.isOwn) return "other";
    return performance.now() - this.#sealedAt >= restMs ? "rested" : "own";
  }

  /** Seals what is due, one segment after the other, and looks again when days may be quiet. */
  #sealWhenDue(): void {
    if (this.#sealing !== undefined || this.#isClosing) return;
    clearTimeout(this.#timer);
    const job = this.#writer.sealing.choose((project, day) => this.#activityOf(project, day));
    if (job === undefined) {
      this.#lookAgainIn(Math.max(quietMs, this.#writer.sealing.pause) + 100);
      return;
    }
    this.#sealing = this.#sealAndGoOn(job);
  }

  async #sealAndGoOn(job: WriteJob): Promise<void> {
    try {
      await this.#seal(job);
    } catch (error) {
      this.#writer.sealing.giveUp(job, error);
    }
    this.#sealing = undefined;
    this.#sealedAt = performance.now();
    this.#sealWhenDue();
  }

  #lookAgainIn(ms: number): void {
    this.#timer = setTimeout(() => this.#sealWhenDue(), ms);
    this.#timer.unref();
  }

  async #seal(job: WriteJob): Promise<void> {
    const inputs = job.inputs.map(({ entry, source }) => ({ entry, head: source.head }));
    const head = await this.#sealer.seal({ inputs, path: job.path, names: job.names });
    // Told before it counts, so that nobody reads the file to learn what is here already.
    const { project, day, file } = job;
    this.#data.made.postMessage([{ entry: { no: 0, project, day, rows: 0, file }, head }]);
    this.#writer.sealing.commit(job, head, Date.now());
  }
}

let running: WriterWorker | undefined;

async function answer(message: ToWriter): Promise<FromWriter | undefined> {
  if (message.type === "start") {
    running = new WriterWorker(message.data);
    return undefined;
  }
  switch (message.type) {
    case "append":
      return running?.append(message.batches);
    case "expire":
      return running?.expire(message.now);
    case "lend":
      running?.lend(message.segments);
      return undefined;
    case "close":
      return running?.close();
  }
}

/** What of an error cannot be answered: nobody has asked. */
const isAsked = ({ type }: ToWriter) => type !== "start" && type !== "lend";

async function take(message: ToWriter): Promise<void> {
  let reply: FromWriter | undefined;
  try {
    reply = await answer(message);
  } catch (error) {
    if (!isAsked(message)) throw error;
    reply = { type: "error", error: sendError(error) };
  }
  if (reply !== undefined) port?.postMessage(reply);
}

port.on("message", (message: ToWriter) => void take(message));
