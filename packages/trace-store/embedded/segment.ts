import { zstdDecompressSync } from "node:zlib";
import { DatabaseFileError } from "@trace-console/sqlite/storage-failure";
import type { StoredTrace } from "../trace-store.ts";
import { Block } from "./block.ts";
import type { BlockCache } from "./block-cache.ts";
import type { Columns } from "./columns.ts";
import { type ImageHead, readHead, readOutline } from "./image.ts";
import type { ImageSource } from "./image-source.ts";
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

/** What the segments of a thread share to read bodies. */
export interface SharedRooms {
  readonly cache: BlockCache;
  readonly unpackers: Unpackers;
  readonly readAhead: ReadAheadRooms;
}

/** Some traces of one project and one UTC day, sorted by (time, trace_id). Never changes. */
export class Segment {
  readonly entry: SegmentEntry;
  readonly source: ImageSource;
  /** ms since 1970: the start of its day, and the moments of its first and last trace. */
  readonly start: number;
  readonly oldest: number;
  readonly newest: number;
  readonly #rows: number;
  readonly #shared: SharedRooms;
  /** Undefined until anything but its outline is asked for. */
  #opened: (ImageHead & { readonly packed: PackedBlocks }) | undefined;
  /** The memory of the block that a scan has read last. */
  #scanned = Buffer.alloc(0);
  /** That block: a scan asks for its rows one after the other. */
  readonly #scannedBlock = new Block();
  #scannedIndex = -1;
  /** Opened by the first search. */
  #textFilter: TextFilter | undefined;
  /** Who reads it: the set that holds it, and queries that run. */
  #users = 1;

  constructor(entry: SegmentEntry, source: ImageSource, shared: SharedRooms) {
    this.entry = entry;
    this.source = source;
    this.#shared = shared;
    const { rows, first, last } = readOutline(source.head);
    this.#rows = rows;
    this.start = entry.day * dayMs;
    this.oldest = this.start + first;
    this.newest = this.start + last;
  }

  get #head() {
    return this.#opened ?? this.#open();
  }

  #open() {
    this.source.load();
    const head = readHead(this.source.head);
    const { headBytes, bodies } = head;
    const { readAhead } = this.#shared;
    const packed = new PackedBlocks(this.source, headBytes, bodies.starts, readAhead);
    return (this.#opened = { ...head, packed });
  }

  /** Read when first asked for. @throws DatabaseFileError when they are damaged. */
  get columns(): Columns {
    return (this.#opened ?? this.#open()).columns;
  }

  /** The first row that is not before a moment (ms since 1970). */
  rowAt(moment: number): number {
    if (moment <= this.oldest) return 0;
    if (moment > this.newest) return this.#rows;
    return lowerBound(this.columns.time, moment - this.start);
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
    const cached = this.#shared.cache.get(this.entry.no, index);
    if (cached !== undefined) return cached;
    const size = this.#head.bodies.sizes[index] ?? 0;
    if (isKept) {
      const unpack = (into: Buffer) => this.#unpack(this.#head.packed.read(index, false), into);
      return this.#shared.cache.add(this.entry.no, index, size, unpack);
    }
    if (this.#scanned.length < size) this.#scanned = Buffer.allocUnsafeSlow(size);
    // Nothing is in it should the reading fail.
    this.#scannedIndex = -1;
    this.#unpack(this.#head.packed.read(index, true), this.#scanned.subarray(0, size));
    this.#scannedIndex = index;
    return this.#scannedBlock.set(this.#scanned, 0, size);
  }

  #unpack(packed: Uint8Array, into: Uint8Array): void {
    const { dictionary } = this.#head.bodies;
    try {
      this.#shared.unpackers.of(this.entry.no, dictionary).unpack(packed, into);
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

  /** The wire JSON of a row, lent as {@link block} is. */
  wire(row: number): Buffer {
    const index = this.blockOf(row);
    return this.block(index).wire(row - this.firstRowOf(index));
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

  /** The wire JSON of a row for a scan: lent, until another block is read. */
  wireToScan(row: number): Buffer {
    const index = this.blockOf(row);
    return this.block(index, false).wire(row - this.firstRowOf(index));
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
    this.#shared.unpackers.close(this.entry.no);
    this.source.close();
  }
}
