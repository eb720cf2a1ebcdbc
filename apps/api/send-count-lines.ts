import { linesType } from "@trace-console/contracts/console-api";
import type { Watch } from "@trace-console/trace-store/trace-store";
import type { FastifyReply } from "fastify";
import { Latest } from "./latest.ts";
import { sendStream } from "./send-stream.ts";
import type { Slots } from "./slots.ts";

/**
 * Sends what is being counted in lines of JSON, each with the share of the work that is done; the
 * last one is `done` and exact. When the client goes away, the counting ends.
 *
 * @param count counts, and tells its watch how far it is.
 * @param write what a line tells of the counts.
 * @throws ApiError 503 when no slot is free.
 */
export function sendCountLines<Counts>(
  reply: FastifyReply,
  slots: Slots,
  count: (watch: Watch<Counts>) => Promise<Counts>,
  write: (counts: Counts) => object,
): Promise<FastifyReply> {
  void reply.type(linesType);
  return sendStream(reply, slots, async function* lines(signal) {
    const partial = new Latest<string>();
    const counts = count({
      signal,
      onProgress: (soFar, share) => partial.put(line({ done: false, share, ...write(soFar) })),
    }).finally(() => partial.end());
    // It is awaited below; until then its failure must not count as nobody's.
    counts.catch(() => {});
    yield* partial.read();
    yield line({ done: true, share: 1, ...write(await counts) });
  });
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
