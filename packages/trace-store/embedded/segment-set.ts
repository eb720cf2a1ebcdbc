import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { DatabaseFileError } from "@trace-console/sqlite/storage-failure";
import { BlockCache } from "./block-cache.ts";
import { headBytesOf, headerBytes, ImageError } from "./image.ts";
import { ReadAheadRooms } from "./packed-blocks.ts";
import { type ImageSource, Segment, type SegmentEntry, type SharedRooms } from "./segment.ts";
import { Unpackers } from "./unpackers.ts";

/** The segments that a thread reads, by project. */
export class SegmentSet {
  readonly #folder: string;
  readonly #shared: SharedRooms;
  readonly #byNo = new Map<number, Segment>();
  readonly #byProject = new Map<number, Segment[]>();

  /**
   * @param folder of the segment files.
   * @param cacheBytes unpacked bodies that are kept at most.
   */
  constructor(folder: string, cacheBytes: number) {
    this.#folder = folder;
    this.#shared = {
      cache: new BlockCache(cacheBytes),
      unpackers: new Unpackers(),
      readAhead: new ReadAheadRooms(),
    };
  }

  /** Blocks of bodies that were not in memory when they were asked for. */
  get unpackedBlocks(): number {
    return this.#shared.cache.misses;
  }

  has(no: number): boolean {
    return this.#byNo.has(no);
  }

  get(no: number): Segment | undefined {
    return this.#byNo.get(no);
  }

  all(): IterableIterator<Segment> {
    return this.#byNo.values();
  }

  /** The numbers of the projects that have segments. */
  projects(): readonly number[] {
    return [...this.#byProject.keys()];
  }

  /** A project's segments by the moment of their newest trace, ascending. Never changed in place. */
  ofProject(project: number): readonly Segment[] {
    return this.#byProject.get(project) ?? [];
  }

  /**
   * Adds a segment.
   * @param head what is in memory of it, as another thread read it; undefined: it is read here.
   * @param image its bytes in the log, when it has no file.
   * @returns undefined for a file that is empty: somebody gave its traces up.
   * @throws DatabaseFileError for a file that is missing or damaged.
   */
  add(
    entry: SegmentEntry,
    head: SharedArrayBuffer | undefined,
    image?: Uint8Array,
  ): Segment | undefined {
    const place = join(this.#folder, entry.file ?? "../log.db");
    try {
      const source =
        entry.file === undefined
          ? openMemory(place, head ?? shareBytes(image ?? new Uint8Array()))
          : openFile(place, head);
      if (source === undefined) return undefined;
      const segment = new Segment(entry, source, this.#shared);
      this.#byNo.set(entry.no, segment);
      const sorted = [...this.ofProject(entry.project), segment];
      this.#byProject.set(
        entry.project,
        sorted.toSorted((a, b) => a.newest - b.newest),
      );
      return segment;
    } catch (error) {
      throw explain(place, error);
    }
  }

  /** Removes a segment; it is closed as soon as nobody reads it any more. */
  remove(no: number): Segment | undefined {
    const segment = this.#byNo.get(no);
    if (segment === undefined) return undefined;
    this.#byNo.delete(no);
    const { project } = segment.entry;
    const left = this.ofProject(project).filter((one) => one !== segment);
    if (left.length === 0) this.#byProject.delete(project);
    else this.#byProject.set(project, left);
    segment.release();
    return segment;
  }

  close(): void {
    for (const no of this.#byNo.keys()) this.remove(no);
  }
}

/** The bytes that are lent out, the same to everybody. */
let lent = Buffer.allocUnsafeSlow(64 * 1024);

function lend(length: number): Uint8Array {
  if (lent.length < length) lent = Buffer.allocUnsafeSlow(length);
  return lent.subarray(0, length);
}

/** A copy that all threads can read. */
function shareBytes(bytes: Uint8Array): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

function openMemory(path: string, image: SharedArrayBuffer): ImageSource {
  return {
    path,
    head: image,
    // A copy: not every function of the platform takes shared memory.
    read: (offset, length) => new Uint8Array(image, offset, length).slice(),
    readShortly: (offset, length) => {
      const bytes = lend(length);
      bytes.set(new Uint8Array(image, offset, length));
      return bytes;
    },
    close: () => {},
  };
}

function openFile(path: string, known: SharedArrayBuffer | undefined): ImageSource | undefined {
  const file = openSync(path, "r");
  if (fstatSync(file).size === 0) {
    closeSync(file);
    return undefined;
  }
  const readInto = (bytes: Uint8Array, offset: number) => {
    const { length } = bytes;
    for (let read = 0; read < length;) {
      const count = readSync(file, bytes, read, length - read, offset + read);
      if (count === 0) throw new ImageError("is damaged: it ends too early");
      read += count;
    }
    return bytes;
  };
  try {
    let head = known;
    if (head === undefined) {
      const header = new Uint32Array(headerBytes / 4);
      readInto(new Uint8Array(header.buffer), 0);
      head = new SharedArrayBuffer(headBytesOf(header));
      readInto(new Uint8Array(head), 0);
    }
    return {
      path,
      head,
      read: (offset, length) => readInto(Buffer.allocUnsafeSlow(length), offset),
      readShortly: (offset, length) => readInto(lend(length), offset),
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function explain(path: string, error: unknown): unknown {
  if (error instanceof ImageError) {
    return new DatabaseFileError(`${path} ${error.message}: put it back from a backup.`, error);
  }
  if (error instanceof Error && "code" in error && error.code === "ENOENT") {
    return new DatabaseFileError(
      `${path} is missing, though traces were stored in it: put it back from a backup, or put an empty file there to go on without them.`,
      error,
    );
  }
  return error;
}
