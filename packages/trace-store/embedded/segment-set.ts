import { join } from "node:path";
import { BlockCache } from "./block-cache.ts";
import { openFile, openMemory } from "./image-source.ts";
import { isRead } from "./late-head.ts";
import { ReadAheadRooms } from "./packed-blocks.ts";
import { Segment, type SegmentEntry, type SharedRooms } from "./segment.ts";
import { Unpackers } from "./unpackers.ts";

/** What a thread keeps of the segments' bodies. */
export interface SegmentMemory {
  /** Unpacked bodies at most, bytes. */
  readonly cacheBytes: number;
  /** Open unpackers at most. Default: enough for those who read one segment after the other. */
  readonly unpackers?: number;
}

/** The segments that a thread reads, by project. */
export class SegmentSet {
  readonly #folder: string;
  readonly #shared: SharedRooms;
  readonly #byNo = new Map<number, Segment>();
  readonly #byProject = new Map<number, Segment[]>();

  /**
   * @param folder of the segment files.
   * @param memory what is kept of their bodies at most.
   */
  constructor(folder: string, { cacheBytes, unpackers = 24 }: SegmentMemory) {
    this.#folder = folder;
    this.#shared = {
      cache: new BlockCache(cacheBytes),
      unpackers: new Unpackers(unpackers),
      readAhead: new ReadAheadRooms(),
    };
  }

  /** Blocks of bodies that were not in memory when they were asked for. */
  get unpackedBlocks(): number {
    return this.#shared.cache.misses;
  }

  /** Segments whose head is in memory, whichever thread has read it. */
  get heads(): number {
    return [...this.all()].filter(({ source }) => isRead(source.head)).length;
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
   * @param head what is in memory of it, shared with another thread; undefined: it is new here.
   * @param image its bytes in the log, when it has no file.
   * @returns undefined for a file that is empty: somebody gave its traces up.
   * @throws DatabaseFileError for a file that is missing, cut short or no segment. The rest of its
   *   head is checked when it is read, which is when it is needed.
   */
  add(
    entry: SegmentEntry,
    head: SharedArrayBuffer | undefined,
    image?: Uint8Array,
  ): Segment | undefined {
    const path = join(this.#folder, entry.file ?? "../log.db");
    const source = entry.file === undefined ? openMemory(path, head, image) : openFile(path, head);
    if (source === undefined) return undefined;
    const segment = new Segment(entry, source, this.#shared);
    this.#byNo.set(entry.no, segment);
    const sorted = [...this.ofProject(entry.project), segment];
    this.#byProject.set(
      entry.project,
      sorted.toSorted((a, b) => a.newest - b.newest),
    );
    return segment;
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
