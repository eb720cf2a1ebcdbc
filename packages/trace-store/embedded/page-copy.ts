import type { StoredTrace } from "../trace-store.ts";
import type { Block } from "./block.ts";

/** A trace, and where its wire JSON lies. */
interface Copied extends Omit<StoredTrace, "wire"> {
  readonly from: number;
  readonly to: number;
}

/** Room for a page of some dozen traces of the usual size, and for one of 200; more is not kept. */
const [firstRoom, mostRoom] = [64 * 1024, 512 * 1024];
const comma = 0x2c;

/**
 * Gathers the traces of one page after the other. Those of a page end up side by side, a comma
 * between each two, in memory of just their size: a reply takes them all at once, and memory for
 * the most that a page may hold would bring the garbage collector every few hundred pages.
 */
export class PageCopy {
  #room = Buffer.alloc(0);
  #used = 0;
  #copied: Copied[] = [];

  /** Begins a page. */
  begin(): void {
    this.#used = 0;
    this.#copied = [];
  }

  /** How many traces were added. */
  get length(): number {
    return this.#copied.length;
  }

  /** How many bytes they have. */
  get bytes(): number {
    return this.#used;
  }

  /** Adds a row of a block. @param time of the trace, ms since 1970. */
  add(block: Block, at: number, time: number): void {
    this.#reserve(block.lineLength(at));
    const from = this.#used;
    this.#used += block.copyLine(at, this.#room, from);
    // In place of the line break.
    this.#room[this.#used - 1] = comma;
    const [trace_id, ahead] = [block.traceId(at), block.isAhead(at)];
    this.#copied.push({ trace_id, ahead, time, from, to: this.#used - 1 });
  }

  #reserve(bytes: number): void {
    const needed = this.#used + bytes;
    if (needed <= this.#room.length) return;
    const room = Buffer.allocUnsafeSlow(Math.max(firstRoom, needed * 2));
    this.#room.copy(room, 0, 0, this.#used);
    this.#room = room;
  }

  /** The traces of the page, in the order in which they were added. */
  finish(): StoredTrace[] {
    const bytes = Buffer.allocUnsafe(this.#used);
    this.#room.copy(bytes, 0, 0, this.#used);
    if (this.#room.length > mostRoom) this.#room = Buffer.alloc(0);
    return this.#copied.map(({ trace_id, time, ahead, from, to }) => ({
      trace_id,
      time,
      ahead,
      wire: bytes.subarray(from, to),
    }));
  }
}
