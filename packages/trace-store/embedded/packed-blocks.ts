import type { ImageSource } from "./image-source.ts";

/** So many are read at once: as many as the traces that a text filter tells of together. */
const blocksAtOnce = 8;
const bytesAtOnce = 48 * 1024;
/** Walks go through few segments at a time. */
const roomCount = 8;

/** Blocks that were read together, of one segment. */
interface Room {
  readonly bytes: Buffer;
  owner: PackedBlocks;
  /** Which bytes of the bodies they are. */
  start: number;
  end: number;
}

/** The memory of what was read last, lent to some segments of a thread at a time. */
export class ReadAheadRooms {
  readonly #rooms: Room[] = [];
  #next = 0;

  /** Lends the room that was lent first to somebody else. */
  take(owner: PackedBlocks): Room {
    const known = this.#rooms[this.#next];
    const room = known ?? {
      bytes: Buffer.allocUnsafeSlow(bytesAtOnce),
      owner,
      start: 0,
      end: 0,
    };
    if (known === undefined) this.#rooms.push(room);
    this.#next = (this.#next + 1) % roomCount;
    room.owner = owner;
    return room;
  }
}

/** The blocks of a segment's bodies as they are stored, one behind the other. */
export class PackedBlocks {
  readonly #source: ImageSource;
  /** Where the first one begins in the image. */
  readonly #offset: number;
  /** Where each begins, and where the last one ends, from there on. */
  readonly #starts: ArrayLike<number>;
  readonly #rooms: ReadAheadRooms;
  /** What was read last, as long as nobody else has this room. */
  #room: Room | undefined;
  /** The block that was asked for last. */
  #last = -1;

  constructor(
    source: ImageSource,
    offset: number,
    starts: ArrayLike<number>,
    rooms: ReadAheadRooms,
  ) {
    this.#source = source;
    this.#offset = offset;
    this.#starts = starts;
    this.#rooms = rooms;
  }

  /**
   * Reads a block. Pages and scans go from the last one to the first: a scan reads some before it
   * as well, a page as soon as it has come from a block close behind; pages of something rare take
   * one block here and one there.
   *
   * @returns bytes that hold until something else is read.
   */
  read(index: number, isScan: boolean): Uint8Array {
    const [start, end] = [this.#startOf(index), this.#startOf(index + 1)];
    const held = this.#room;
    const isAhead = isScan || (this.#last > index && this.#last <= index + blocksAtOnce);
    this.#last = index;
    if (held?.owner === this && start >= held.start && end <= held.end) {
      return held.bytes.subarray(start - held.start, end - held.start);
    }
    const first = isAhead ? this.#firstToRead(index) : index;
    if (first === index) return this.#read(start, end);
    const room = held?.owner === this ? held : this.#rooms.take(this);
    this.#room = room;
    // Nothing is in it should the reading fail.
    room.end = 0;
    room.start = this.#startOf(first);
    room.bytes.set(this.#read(room.start, end));
    room.end = end;
    return room.bytes.subarray(start - room.start, end - room.start);
  }

  #startOf(index: number): number {
    return this.#starts[index] ?? 0;
  }

  #read(start: number, end: number): Uint8Array {
    return this.#source.readShortly(this.#offset + start, end - start);
  }

  /** The first of the blocks to read together with one: groups begin at multiples of their number. */
  #firstToRead(index: number): number {
    const end = this.#startOf(index + 1);
    let first = index;
    while (first % blocksAtOnce > 0 && end - this.#startOf(first - 1) <= bytesAtOnce) first -= 1;
    return first;
  }
}
