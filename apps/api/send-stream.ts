import { Socket } from "node:net";
import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { callerOf } from "./caller.ts";
import type { Slots } from "./slots.ts";

/** The client went away, and nobody waits for the work any more. */
export class ClientGoneError extends Error {
  constructor() {
    super("the client is gone");
    this.name = "ClientGoneError";
  }
}

/**
 * Aborted with {@link ClientGoneError} when the client is gone, has taken nothing of what waits for
 * it for the server's time limit, or has all of its reply. As long as nothing waits for the client,
 * the limit does not count: long work is not taken for a client that stalls.
 */
export function untilClosed(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once("close", () => controller.abort(new ClientGoneError()));
  reply.raw.on("timeout", () => {
    if (reply.raw.writableLength > 0) breakOff(reply);
  });
  return controller.signal;
}

/**
 * Ends a reply on its way so that no client takes it for whole. The connection is reset: in HTTP/1.0,
 * which proxies may speak to this server, its orderly end would be the end of the reply.
 */
export function breakOff({ raw }: FastifyReply): void {
  if (raw.socket instanceof Socket) raw.socket.resetAndDestroy();
  raw.destroy();
}

/**
 * Sends pieces as they are made, no faster than the client takes them; when the client goes away,
 * the work ends. A failure before the first piece is answered like any other; a later one breaks
 * the reply off, so that nobody takes it for whole. So does the end of the leave to ask for it.
 *
 * @param slots of which the work takes one of its caller's until it has ended.
 * @param work makes the pieces until it is aborted.
 * @throws ApiError 503 when no slot is free.
 */
export async function sendStream(
  reply: FastifyReply,
  slots: Slots,
  work: (signal: AbortSignal) => AsyncIterable<string | Uint8Array>,
): Promise<FastifyReply> {
  const { user } = callerOf(reply.request);
  slots.take(user);
  const pieces = inSlot(reply, work(untilClosed(reply)), () => slots.free(user));
  return reply.send(Readable.from(resume(await pieces.next(), pieces, () => breakOff(reply))));
}

async function* inSlot<Piece>(
  { server, request }: FastifyReply,
  pieces: AsyncIterable<Piece>,
  free: () => void,
): AsyncGenerator<Piece> {
  try {
    for await (const piece of pieces) {
      // A reply may take hours: who has signed out or lost a role meanwhile gets no more of it.
      server.allowAgain(request);
      yield piece;
    }
  } finally {
    free();
  }
}

/**
 * An iteration of which the first step was taken. It has begun, so that its end is always run.
 *
 * @param onFailure called when a further step fails, before anybody learns of it.
 */
function resume<Piece>(
  first: IteratorResult<Piece>,
  rest: AsyncGenerator<Piece>,
  onFailure: () => void,
): AsyncIterableIterator<Piece> {
  let step: IteratorResult<Piece> | undefined = first;
  return {
    async next() {
      try {
        const taken = step ?? (await rest.next());
        step = undefined;
        return taken;
      } catch (error) {
        onFailure();
        throw error;
      }
    },
    return: async () => rest.return(undefined),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
