import { segmentRows } from "./columns.ts";
import { checkHead, headerBytes, ImageError, magic, readHeader } from "./image.ts";
import { dayMs } from "./utc-day.ts";

// Heads are most of what a store has in memory, and a first page needs one or two of them. So each
// gets its place in memory when its file is opened (memory that nobody has touched costs nothing)
// and is read by the thread that first needs it, for all of them. Until then only its outline is
// there: the header, and the times of the first and the last row.

/** What the first word of a head says; {@link magic}: it is read and checked. */
const unread = 0;
const beingRead = 1;

/** Reads as many bytes as there is room for, from an offset on. @throws ImageError at the end. */
type ReadInto = (bytes: Uint8Array, offset: number) => void;

/** A thread that reads a head for longer was ended meanwhile, as when the store is closed. */
const patienceMs = 10_000;

/** The header and the time of the first row behind it. */
const startOfHead = new Uint32Array(headerBytes / 4 + 1);

/**
 * Gives a head its place in memory, with its outline only.
 *
 * @param size of its file.
 * @throws ImageError for a file that is too short or no image of this version.
 */
export function outlineHead(size: number, read: ReadInto): SharedArrayBuffer {
  read(new Uint8Array(startOfHead.buffer), 0);
  const { headBytes, rows } = readHeader(startOfHead);
  if (headBytes > size) throw new ImageError("is damaged: it ends too early");
  const lastAt = headerBytes + (rows - 1) * 4;
  if (rows === 0 || rows > segmentRows || lastAt + 4 > headBytes) {
    throw new ImageError("is damaged");
  }
  const head = new SharedArrayBuffer(headBytes);
  new Uint32Array(head).set(startOfHead.subarray(1), 1);
  read(new Uint8Array(head, lastAt, 4), lastAt);
  const time = new Uint32Array(head, headerBytes, rows);
  const [first = 0, last = 0] = [time[0], time[rows - 1]];
  if (first > last || last >= dayMs) throw new ImageError("is damaged");
  return head;
}

/** Whether a head is in memory, and checked. */
export function isRead(head: SharedArrayBuffer): boolean {
  return Atomics.load(new Int32Array(head, 0, 1), 0) === magic;
}

/**
 * Reads what is missing of a head, or waits for the thread that is doing so.
 *
 * @param patience ms after which that thread is taken for ended.
 * @throws ImageError when it is damaged, or what `read` throws: to each who asks.
 */
export function readRest(head: SharedArrayBuffer, read: ReadInto, patience = patienceMs): void {
  const state = new Int32Array(head, 0, 1);
  for (;;) {
    const found = Atomics.compareExchange(state, 0, unread, beingRead);
    if (found === magic) return;
    if (found === unread) break;
    if (Atomics.wait(state, 0, beingRead, patience) === "timed-out") {
      // Should it go on after all, then with the same bytes: a file never changes.
      Atomics.compareExchange(state, 0, beingRead, unread);
    }
  }
  let end = unread;
  try {
    read(new Uint8Array(head, 4), 4);
    checkHead(head);
    end = magic;
  } finally {
    Atomics.store(state, 0, end);
    Atomics.notify(state, 0);
  }
}
