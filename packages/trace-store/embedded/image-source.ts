import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { DatabaseFileError } from "@trace-console/sqlite/storage-failure";
import { checkHead, ImageError, readHeader } from "./image.ts";
import { outlineHead, readRest } from "./late-head.ts";

/** The bytes of an image: its head has its place in memory, the rest is wherever it is. */
export interface ImageSource {
  /** The path of its file. */
  readonly path: string;
  /** Only its outline is in it before {@link load}; see `late-head`. */
  readonly head: SharedArrayBuffer;
  /** Reads the head, unless this or another thread has. @throws DatabaseFileError when damaged. */
  load(): void;
  /** Reads bytes at an offset from the start of the image. */
  read(offset: number, length: number): Uint8Array;
  /** The same bytes in memory that the next call uses again. */
  readShortly(offset: number, length: number): Uint8Array;
  close(): void;
}

/** The bytes that are lent out, the same to everybody. */
let lent = Buffer.allocUnsafeSlow(64 * 1024);

function lend(length: number): Uint8Array {
  if (lent.length < length) lent = Buffer.allocUnsafeSlow(length);
  return lent.subarray(0, length);
}

/**
 * Opens an image that is in the log.
 *
 * @param path of the log.
 * @param known the image, as another thread has checked it.
 * @param image the image as it stands in the log, if it is not known.
 * @throws DatabaseFileError when it is damaged.
 */
export function openMemory(
  path: string,
  known: SharedArrayBuffer | undefined,
  image: Uint8Array = new Uint8Array(),
): ImageSource {
  const shared = known ?? explained(path, () => shareImage(image));
  return {
    path,
    head: shared,
    load: () => {},
    // A copy: not every function of the platform takes shared memory.
    read: (offset, length) => new Uint8Array(shared, offset, length).slice(),
    readShortly: (offset, length) => {
      const bytes = lend(length);
      bytes.set(new Uint8Array(shared, offset, length));
      return bytes;
    },
    close: () => {},
  };
}

/** A copy that all threads can read. */
function shareImage(image: Uint8Array): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(image.length);
  new Uint8Array(shared).set(image);
  readHeader(new Uint32Array(shared, 0, image.length >>> 2));
  checkHead(shared);
  return shared;
}

/**
 * Opens the file of an image, and holds it open: it can be read also when it is deleted meanwhile.
 *
 * @param known the place of its head in memory, as another thread has it.
 * @returns undefined for a file that is empty.
 * @throws DatabaseFileError for a file that is missing, cut short or no image.
 */
export function openFile(
  path: string,
  known: SharedArrayBuffer | undefined,
): ImageSource | undefined {
  return explained(path, () => {
    const file = openSync(path, "r");
    try {
      const { size } = fstatSync(file);
      if (size === 0) {
        closeSync(file);
        return undefined;
      }
      const readInto = (bytes: Uint8Array, offset: number) => readAll(file, bytes, offset);
      const head = known ?? outlineHead(size, readInto);
      return {
        path,
        head,
        load: () => explained(path, () => readRest(head, readInto)),
        read: (offset, length) => readInto(Buffer.allocUnsafeSlow(length), offset),
        readShortly: (offset, length) => readInto(lend(length), offset),
        close: () => closeSync(file),
      };
    } catch (error) {
      closeSync(file);
      throw error;
    }
  });
}

function readAll(file: number, bytes: Uint8Array, offset: number): Uint8Array {
  const { length } = bytes;
  for (let read = 0; read < length;) {
    const count = readSync(file, bytes, read, length - read, offset + read);
    if (count === 0) throw new ImageError("is damaged: it ends too early");
    read += count;
  }
  return bytes;
}

/** Runs `work`; what it throws about the file at a path names that file, and says what to do. */
function explained<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof ImageError) {
      throw new DatabaseFileError(`${path} ${error.message}: put it back from a backup.`, error);
    }
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new DatabaseFileError(
        `${path} is missing, though traces were stored in it: put it back from a backup, or put an empty file there to go on without them.`,
        error,
      );
    }
    throw error;
  }
}
