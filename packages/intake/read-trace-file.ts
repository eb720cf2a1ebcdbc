import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { type Place, type ValueBounds, splitValues } from "./split-values.ts";

/** Unpacked at most: a file of CTS holds some minutes of one service, and must fit into memory. */
const maxBytes = 512 * 2 ** 20;
/** Traces pack about 10:1 and hardly ever beyond 100:1; a bomb of zeros packs 1028:1. */
const maxRatio = 200;
/** Below this the ratio says nothing. */
const ratioCountsFrom = 2 ** 20;

export type TraceFile =
  | {
      readonly kind: "traces";
      /** The unpacked file. */
      readonly bytes: Buffer;
      readonly values: ValueBounds;
    }
  | { readonly kind: "digest" }
  | {
      readonly kind: "broken";
      readonly reason: string;
      /** Absent when the file could not even be unpacked. */
      readonly place?: Place;
    };

/** The file cannot be read to its end; the message is the reason. */
class BrokenFileError extends Error {}

function reasonOf(error: unknown): string {
  if (error instanceof BrokenFileError) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "Z_BUF_ERROR":
      return "the gzip data is cut off";
    case "Z_DATA_ERROR":
      return "the gzip data is damaged, or something else follows it";
    case "ELOOP":
      return "a symbolic link is not followed";
    default:
      if (error instanceof Error) return `cannot be read: ${error.message}`;
      throw error;
  }
}

async function readRegularFile(path: string): Promise<Buffer> {
  // Without NONBLOCK, opening a FIFO would wait for a writer for ever.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  let file: FileHandle | undefined;
  try {
    file = await open(path, flags);
    const { size, isRegular } = await file
      .stat()
      .then((stat) => ({ size: stat.size, isRegular: stat.isFile() }));
    if (!isRegular) throw new BrokenFileError("not a regular file");
    if (size > maxBytes) throw new BrokenFileError("larger than 512 MiB");
    return await file.readFile();
  } finally {
    await file?.close();
  }
}

/** Unpacks all members of a gzip file, within the limits above. */
async function gunzip(packed: Buffer): Promise<Buffer> {
  if (packed.length === 0) throw new BrokenFileError("the file is empty");
  const unpacker = createGunzip({ chunkSize: 2 ** 16 });
  unpacker.end(packed);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacker) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > maxBytes) throw new BrokenFileError("unpacks to more than 512 MiB");
    if (size > ratioCountsFrom && size > maxRatio * unpacker.bytesWritten) {
      throw new BrokenFileError(`unpacks to more than ${maxRatio} times its size`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a trace file, `.json` or `.json.gz`, and finds the traces in it. All or nothing: a file that
 * does not unpack and parse to its end is broken and gives no trace. Links, devices and FIFOs are
 * not read.
 *
 * @param path the file; its ending decides whether it is unpacked.
 */
export async function readTraceFile(path: string): Promise<TraceFile> {
  let bytes: Buffer;
  try {
    bytes = await readRegularFile(path);
    if (path.toLowerCase().endsWith(".gz")) bytes = await gunzip(bytes);
  } catch (error) {
    return { kind: "broken", reason: reasonOf(error) };
  }
  const split = splitValues(bytes);
  return split.kind === "traces" ? { ...split, bytes } : split;
}
