import type { Transform } from "node:stream";
import { constants } from "node:zlib";

/** One zstd context that is kept from frame to frame, and with it the dictionary it has loaded. */
export interface ZstdContext {
  /**
   * Runs the whole input through the context, in this thread.
   *
   * @returns how many bytes were written to `output`.
   * @throws Error when the input is damaged or its result does not fit; the next run starts afresh.
   */
  run(input: Uint8Array, output: Uint8Array): number;
  /** Frees the context. Calling it again does nothing. */
  close(): void;
}

/**
 * Drives a zstd stream of Node synchronously.
 *
 * `zstdCompressSync` and `zstdDecompressSync` build a context and load the dictionary at each call,
 * which for a small block takes several times as long as the work itself. They do it through the
 * stream's handle; only that way can one context serve many frames in the same thread. The handle
 * is no public interface, so each of its parts is looked at before it is used. A handle whose
 * `writeSync` takes other arguments would end the process: the caller goes by Node's version.
 *
 * @param create makes a stream from `node:zlib`; called again after each failure, because a reset
 *   stream would have lost its dictionary.
 * @throws Error when this Node's streams have no such handle.
 */
export function keepZstdContext(create: () => Transform): ZstdContext {
  let isClosed = false;
  let driven: DrivenStream | undefined = driveStream(create());

  function drop() {
    driven?.stream.destroy();
    driven = undefined;
  }

  return {
    run(input, output) {
      if (isClosed) throw new Error("the zstd context is closed");
      driven ??= driveStream(create());
      try {
        return driven.write(input, output);
      } catch (error) {
        drop();
        throw error;
      }
    },
    close() {
      isClosed = true;
      drop();
    },
  };
}

interface DrivenStream {
  readonly stream: Transform;
  write(input: Uint8Array, output: Uint8Array): number;
}

function driveStream(stream: Transform): DrivenStream {
  // A failure is read right after the write; it is also emitted later, and would end the process.
  stream.on("error", () => {});

  const handle: unknown = Reflect.get(stream, "_handle");
  // After each write: bytes of room left in the output, bytes left in the input.
  const left: unknown = Reflect.get(stream, "_writeState");
  if (typeof handle !== "object" || handle === null || !(left instanceof Uint32Array)) {
    throw new Error("the zstd streams of this Node have no handle");
  }
  const writeSync: unknown = Reflect.get(handle, "writeSync");
  if (typeof writeSync !== "function") {
    throw new Error("the zstd handles of this Node do not write");
  }

  const write = (input: Uint8Array, output: Uint8Array) => {
    // Writing to a closed handle would end the process.
    if (stream.destroyed) throw new Error("the zstd stream is closed");
    const [bytes, room] = [input.byteLength, output.byteLength];
    Reflect.apply(writeSync, handle, [constants.ZSTD_e_end, input, 0, bytes, output, 0, room]);
    if (stream.errored !== null) throw stream.errored;
    const [roomLeft = room, bytesLeft = bytes] = left;
    if (bytesLeft !== 0) throw new Error("zstd left a part of its input");
    return room - roomLeft;
  };
  return { stream, write };
}
