import { zstdDecompressSync } from "node:zlib";
import { DatabaseFileError } from "@trace-console/sqlite/storage-failure";
import type { StoredTrace } from "../trace-store.ts";
import { Block } from "./block.ts";
import type { BlockCache } from "./block-cache.ts";
import type { Columns } from "./columns.ts";
import { type ImageHead, readHead } from "./image.ts";
import { lowerBound } from "./groups.ts";
import type { PageCopy } from "./page-copy.ts";
import { PackedBlocks, type ReadAheadRooms } from "./packed-blocks.ts";
import { dayMs } from "./utc-day.ts";
import { TextFilter } from "./text-filter.ts";
import type { Unpackers } from "./unpackers.ts";

/** What the log says of a segment. */
export interface SegmentEntry {
  readonly no: number;
  /** Number of the project. */
  readonly project: number;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly rows: number;
  /** Name of its file; undefined while its image is in the log. */
  readonly file: string | undefined;
}

/** What a segment is known by among threads. A file has one name for ever; a number may be given again after a commit that failed. */
export function keyOf({ no, file }: SegmentEntry): string {
  return file ?? String(no);
}

/** The bytes of an image: its head is in memory, the rest wherever it is. */
export interface ImageSource {
  /** The path of its file. */
  readonly path: string;
  readonly head: SharedArrayBuffer;
  /** Reads bytes at an offset from the start of the image. */
  read(offset: number, length: number): Uint8Array;
  /** The same bytes in memory that the next call uses again. */
  readShortly(offset: number, length: number): Uint8Array;
  close(): void;
}

/** What the segments of a thread share to read bodies. */
export interface SharedRooms {
  readonly cache: BlockCache;
  readonly unpackers: Unpackers;
  readonly readAhead: ReadAheadRooms;
}

/** Some traces of one project and one UTC day, sorted by (time, trace_id). Never changes. */
export class Segment {
  readonly entry: SegmentEntry;
  readonly columns: Columns;
  readonly source: ImageSource;
  /** ms since 1970: the start of its day, and the moments of its first and last trace. */
  readonly start: number;
  readonly oldest: number;
  readonly newest: number;
  readonly #head: ImageHead;
  readonly #cache: BlockCache;
  readonly #unpackers: Unpackers;
  readonly #packed: PackedBlocks;
  /** The memory of the block that a scan has read last. */
  #scanned = Buffer.alloc(0);
  /** That block: a scan asks for its rows one after the other. */
  readonly #scannedBlock = new Block();
  #scannedIndex = -1;
  /** Opened by the first search. */
  #textFilter: TextFilter | undefined;
  /** Who reads it: the set that holds it, and queries that run. */
  #users = 1;

  /** @throws ImageError when the image is damaged. */
  constructor(entry: SegmentEntry, source: ImageSource, shared: SharedRooms) {
    this.entry = entry;
    this.source = source;
    this.#head = readHead(source.head);
    this.#cache = shared.cache;
    this.#unpackers = shared.unpackers;
    const { headBytes, bodies } = this.#head;
    this.#packed = new PackedBlocks(source, headBytes, bodies.starts, shared.readAhead);
    this.columns = this.#head.columns;
    this.start = entry.day * dayMs;
    this.oldest = this.start + (this.columns.time[0] ?? 0);
    this.newest = this.start + (this.columns.time.at(-1) ?? 0);
  }

  /** The first row that is not before a moment (ms since 1970). */
  rowAt(moment: number): number {
    const { time } = this.columns;
    if (moment <= this.oldest) return 0;
    if (moment > this.newest) return time.length;
    return lowerBound(time, moment - this.start);
  }

  /** Bytes of all bodies when they are unpacked. */
  get bodyBytes(): number {
    return this.#head.bodies.sizes.reduce((sum, size) => sum + size, 0);
  }

  /** The block that holds a row. */
  blockOf(row: number): number {
    return lowerBound(this.#head.bodies.firstRows, row + 1) - 1;
  }

  firstRowOf(block: number): number {
    return this.#head.bodies.firstRows[block] ?? this.columns.length;
  }

  /**
   * A block of bodies, unpacked: it is lent, and holds other bodies when more blocks are read.
   * @param isKept whether it is worth a place in the cache.
   */
  block(index: number, isKept = true): Block {
    if (this.#scannedIndex === index) return this.#scannedBlock;
    const cached = this.#cache.get(this.entry.no, index);
    if (cached !== undefined) return cached;
    const size = this.#head.bodies.sizes[index] ?? 0;
    if (isKept) {
      const unpack = (into: Buffer) => this.#unpack(this.#packed.read(index, false), into);
      return this.#cache.add(this.entry.no, index, size, unpack);
    }
    if (this.#scanned.length < size) this.#scanned = Buffer.allocUnsafeSlow(size);
    // Nothing is in it should the reading fail.
    this.#scannedIndex = -1;
    this.#unpack(this.#packed.read(index, true), this.#scanned.subarray(0, size));
    this.#scannedIndex = index;
    return this.#scannedBlock.set(this.#scanned, 0, size);
  }

  #unpack(packed: Uint8Array, into: Uint8Array): void {
    const { dictionary } = this.#head.bodies;
    try {
      this.#unpackers.of(this.entry.no, dictionary).unpack(packed, into);
    } catch (error) {
      throw new DatabaseFileError(
        `${this.source.path} is damaged: put it back from a backup.`,
        error instanceof Error ? error : undefined,
      );
    }
  }

  /** The body of a row without its line break, lent as {@link block} is. */
  body(row: number): Buffer {
    const index = this.blockOf(row);
    return this.block(index).body(row - this.firstRowOf(index));
  }

  traceId(row: number): string {
    const index = this.blockOf(row);
    return this.block(index).traceId(row - this.firstRowOf(index));
  }

  /** Copies the wire JSON of a row and a line break; see {@link Block.copyLine}. */
  copyLine(row: number, target: Buffer, to: number): number {
    if (this.#scannedIndex >= 0) {
      const at = row - this.firstRowOf(this.#scannedIndex);
      if (at >= 0 && at < this.#scannedBlock.rows) {
        return this.#scannedBlock.copyLine(at, target, to);
      }
    }
    const index = this.blockOf(row);
    return this.block(index, false).copyLine(row - this.firstRowOf(index), target, to);
  }

  /** A trace, in memory of its own. */
  trace(row: number): StoredTrace {
    const index = this.blockOf(row);
    const block = this.block(index);
    const at = row - this.firstRowOf(index);
    return {
      trace_id: block.traceId(at),
      wire: Buffer.from(block.wire(at)),
      ahead: block.isAhead(at),
      time: this.#timeOf(row),
    };
  }

  /** Adds a trace to a page. */
  copyTrace(row: number, page: PageCopy): void {
    const index = this.blockOf(row);
    page.add(this.block(index), row - this.firstRowOf(index), this.#timeOf(row));
  }

  #timeOf(row: number): number {
    return this.start + (this.columns.time[row] ?? 0);
  }

  /** How many bytes the wire JSON of a row has, with a line break. */
  lineLength(row: number): number {
    const index = this.blockOf(row);
    return this.block(index).lineLength(row - this.firstRowOf(index));
  }

  /** The bytes in which a trace came. */
  original(row: number): Uint8Array {
    return this.originalOf(row) ?? this.trace(row).wire;
  }

  /** The same where they differ from its wire JSON, else undefined. */
  originalOf(row: number): Uint8Array | undefined {
    const { originalRows, originalStarts, starts } = this.#head.bodies;
    const at = lowerBound(originalRows, row);
    if (originalRows[at] !== row) return undefined;
    const [start = 0, end = 0] = [originalStarts[at], originalStarts[at + 1]];
    const offset = this.#head.headBytes + (starts.at(-1) ?? 0) + start;
    return zstdDecompressSync(this.source.read(offset, end - start));
  }

  get #textStart(): number {
    const { starts, originalStarts } = this.#head.bodies;
    return this.#head.headBytes + (starts.at(-1) ?? 0) + (originalStarts.at(-1) ?? 0);
  }

  /** Tells which rows may hold a text; undefined when the segment has no filter. */
  get textFilter(): TextFilter | undefined {
    if (this.#head.textBytes === 0) return undefined;
    const start = this.#textStart;
    this.#textFilter ??= new TextFilter(
      (offset, length) => this.source.readShortly(start + offset, length),
      this.columns.length,
    );
    return this.#textFilter;
  }

  /** The names that were stored with it. */
  names(): Uint8Array {
    return this.source.read(this.#textStart + this.#head.textBytes, this.#head.namesBytes);
  }

  /** Keeps it open until {@link release}, also when it is removed meanwhile. */
  hold(): void {
    this.#users += 1;
  }

  release(): void {
    this.#users -= 1;
    if (this.#users > 0) return;
    this.#unpackers.close(this.entry.no);
    this.source.close();
  }
}
