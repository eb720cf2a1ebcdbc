import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import type { Slots } from "./slots.ts";

/** The client went away, and nobody waits for the work any more. */
export class ClientGoneError extends Error {
  constructor() {
    super("the client is gone");
    this.name = "ClientGoneError";
  }
}

/** Aborted with {@link ClientGoneError} when the client is gone, or has all of its reply. */
export function untilClosed(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once("close", () => controller.abort(new ClientGoneError()));
  return controller.signal;
}

/**
 * Sends pieces as they are made, no faster than the client takes them; when the client goes away,
 * the work ends. A failure before the first piece is answered like any other; a later one breaks
 * the reply off, so that nobody takes it for whole.
 *
 * @param slots of which the work takes one until it has ended.
 * @param work makes the pieces until it is aborted.
 * @throws ApiError 503 when no slot is free.
 */
export async function sendStream(
  reply: FastifyReply,
  slots: Slots,
  work: (signal: AbortSignal) => AsyncIterable<string | Uint8Array>,
): Promise<FastifyReply> {
  slots.take();
  const pieces = inSlot(slots, work(untilClosed(reply)));
  return reply.send(Readable.from(resume(await pieces.next(), pieces)));
}

async function* inSlot<Piece>(slots: Slots, pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  try {
    yield* pieces;
  } finally {
    slots.free();
  }
}

/** An iteration of which the first step was taken. It has begun, so that its end is always run. */
function resume<Piece>(
  first: IteratorResult<Piece>,
  rest: AsyncGenerator<Piece>,
): AsyncIterableIterator<Piece> {
  let step: IteratorResult<Piece> | undefined = first;
  return {
    async next() {
      const taken = step ?? (await rest.next());
      step = undefined;
      return taken;
    },
    return: async () => rest.return(undefined),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
