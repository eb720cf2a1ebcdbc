import { join } from "node:path";
import { setTimeout as startTimer } from "node:timers";
import { setImmediate, setTimeout } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import type { AddressCounts } from "../../trace-store.ts";
import { loadFormatter } from "../line-formatter.ts";
import { Numbers } from "../numbers.ts";
import { Reader } from "../reader.ts";
import { SegmentSet } from "../segment-set.ts";
import { type FromReader, piecesAhead, type ReaderCall, type ToReader } from "./reader-messages.ts";
import { giveWay } from "./give-way.ts";
import { sendError } from "./thread-errors.ts";

/** Unpacked bodies kept: a long scan reads each block once. */
const cacheBytes = 8 * 2 ** 20;
/** ms between two reports of progress. */
const reportEvery = 100;
/** ms without a change after which what changed is prepared. */
const restMs = 20;
/** ms that an export waits after each piece while somebody waits for a search. */
const courtesyMs = 2;

/** A call that runs. */
interface Running {
  isEnded: boolean;
  /** Pieces that may be sent. */
  credits: number;
  /** Called when one more may be sent, or nobody waits any more. */
  wake: () => void;
}

const port = parentPort;
if (port === null) throw new Error("this module runs in a thread");

const numbers = new Numbers();
const [folder = "", niceness = "0"]: string[] = Array.isArray(workerData)
  ? workerData.map(String)
  : [];
giveWay(Number(niceness));
const segments = new SegmentSet(join(folder, "segments"), { cacheBytes });
const reader = new Reader(numbers, segments);
const running = new Map<number, Running>();
/** Whether what counts need is added up as soon as something has changed. */
let isPreparing = false;
let preparing: NodeJS.Timeout | undefined;
let prepared = Promise.resolve();
/** Of the calls that run, so many are exports. */
let exporting = 0;

function send(message: FromReader, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

class Ended extends Error {}

/** Tells whether it is time for another report of progress, if any are wanted. */
function reportsDue(hasProgress: boolean): () => boolean {
  let reported = performance.now();
  return () => {
    if (!hasProgress || performance.now() - reported < reportEvery) return false;
    reported = performance.now();
    return true;
  };
}

async function answer(id: number, project_id: string, oldest: number, call: ReaderCall) {
  const state: Running = { isEnded: false, credits: piecesAhead, wake: () => {} };
  running.set(id, state);
  const pause = async () => {
    await setImmediate();
    if (state.isEnded) throw new Ended();
  };
  try {
    switch (call.name) {
      case "list":
        send({ type: "page", id, page: await reader.list(project_id, call.query, oldest, pause) });
        break;
      case "summarize": {
        const isDue = reportsDue(call.hasProgress);
        const summary = await reader.summarize(
          project_id,
          call.query,
          oldest,
          pause,
          (partial, share) => {
            if (isDue()) send({ type: "progress", id, partial: partial(), share });
          },
        );
        send({ type: "summary", id, summary });
        break;
      }
      case "addresses": {
        const isDue = reportsDue(call.hasProgress);
        const tell = (counts: AddressCounts, share: number, isDone: boolean) =>
          send({ type: "addresses", id, counts, share, isDone });
        const counts = await reader.countAddresses(
          project_id,
          call.query,
          oldest,
          pause,
          (partial, share) => {
            if (isDue()) tell(partial(), share, false);
          },
        );
        tell(counts, 1, true);
        break;
      }
      case "prepare":
        isPreparing = true;
        await reader.prepare(pause);
        send({ type: "done", id });
        break;
      case "export": {
        exporting += 1;
        const { query, form } = call;
        const { formatter, sectionSize } = form;
        const format = formatter === undefined ? undefined : await loadFormatter(formatter);
        const pieces = reader.exportTraces(project_id, query, oldest, pause, {
          format,
          sectionSize,
        });
        for await (const piece of pieces) {
          while (state.credits === 0 && !state.isEnded) {
            await new Promise<void>((resolve) => {
              state.wake = resolve;
            });
          }
          if (state.isEnded) return;
          state.credits -= 1;
          send({ type: "piece", id, piece }, [piece.bytes.buffer]);
          if (running.size > exporting) await setTimeout(courtesyMs);
        }
        send({ type: "done", id });
      }
    }
  } catch (error) {
    if (!(error instanceof Ended)) send({ type: "error", id, error: sendError(error) });
  } finally {
    running.delete(id);
    if (call.name === "export") exporting -= 1;
  }
}

/** Prepares once more when no further change has come for a moment, one time after the other. */
function prepareSoon(): void {
  clearTimeout(preparing);
  preparing = startTimer(() => {
    // What cannot be read is told to who asks for it; until then, others are still answered.
    prepared = prepared.then(() => reader.prepare(setImmediate)).catch(() => {});
  }, restMs);
}

port.on("message", (message: ToReader) => {
  switch (message.type) {
    case "change": {
      const { numbers: learnt, added, removed } = message.change;
      numbers.add(learnt);
      for (const { entry, head } of added) segments.add(entry, head);
      for (const no of removed) segments.remove(no);
      const isSealed = added.some(({ entry }) => entry.file !== undefined);
      if (isPreparing && (isSealed || removed.length > 0)) prepareSoon();
      return;
    }
    case "call":
      void answer(message.id, message.project_id, message.oldest, message.call);
      return;
    case "end":
    case "more": {
      const state = running.get(message.id);
      if (state === undefined) return;
      if (message.type === "end") state.isEnded = true;
      else state.credits += 1;
      state.wake();
    }
  }
});
