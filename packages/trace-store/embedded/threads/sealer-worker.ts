import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { sealSegments } from "../seal.ts";
import { SegmentSet } from "../segment-set.ts";
import { giveWay } from "./give-way.ts";
import { sendError } from "./thread-errors.ts";
import type { FromSealer, ToSealer } from "./writer-messages.ts";

/** Unpacked bodies kept: the rows of several batches are asked for by turns. */
const cacheBytes = 16 * 2 ** 20;
const folder = join(String(workerData), "segments");

// What waits to be sealed is stored, and can be read.
giveWay(10);

parentPort?.on("message", ({ inputs, path, names }: ToSealer) => {
  const segments = new SegmentSet(folder, { cacheBytes });
  let message: FromSealer;
  try {
    const opened = inputs
      .map(({ entry, head }) => segments.add(entry, head))
      .filter((segment) => segment !== undefined);
    message = { type: "sealed", head: sealSegments(opened, path, names) };
  } catch (error) {
    message = { type: "error", error: sendError(error) };
  } finally {
    segments.close();
  }
  parentPort?.postMessage(message);
});
