import { lowerBound } from "./groups.ts";

/** The filter is made anew a part at a time, so that nobody waits for all of it. */
const partBits = 6;
const parts = 2 ** partBits;
const hashes = 2 ** 32;
/** The bits of an id lie in one block, which is a line of the processor's cache. */
const blockWords = 16;
const blockBits = blockWords * 32;
/** At this number of bits for an id, in 200 ids that were never stored one passes. */
const bitsPerId = 12;
/** A part that is made anew has room for half as many ids again. */
const spareRoom = 1.5;
/** Blocks of a part at least. */
const blocksAtLeast = 4;

/** A share of all hashes: a Bloom filter in blocks. */
interface Part {
  readonly words: Uint32Array;
  readonly blocks: number;
  readonly idsAtMost: number;
  ids: number;
}

/**
 * Says of most trace ids at once that they were never stored, by 32 bits of their hash, in some 12
 * to 18 bits an id. An id that it lets pass may be new all the same.
 */
export class IdFilter {
  /** By the first bits of the hash. A part that is not there lets everything pass. */
  readonly #parts: (Part | undefined)[] = Array.from({ length: parts }, () => undefined);

  /** False: no id with this hash was added. */
  has(hash: number): boolean {
    const part = this.#parts[hash >>> (32 - partBits)];
    if (part === undefined) return true;
    const { words } = part;
    const base = blockOf(part, hash);
    const [first, second] = [mix(hash), mixAgain(hash)];
    return (
      isSet(words, base, first >>> 23) &&
      isSet(words, base, (first >>> 14) % blockBits) &&
      isSet(words, base, second >>> 23) &&
      isSet(words, base, (second >>> 14) % blockBits)
    );
  }

  /** Adds hashes to the parts that there are. A part that is full is dropped, to be made anew. */
  addAll(added: Uint32Array): void {
    for (const hash of added) {
      const index = hash >>> (32 - partBits);
      const part = this.#parts[index];
      if (part === undefined) continue;
      addTo(part, hash);
      if (part.ids > part.idsAtMost) this.#parts[index] = undefined;
    }
  }

  /**
   * Makes parts that are missing, at least one.
   * @param columns the hashes of all ids, each list ascending.
   * @param budget hashes after which it stops.
   */
  build(columns: readonly Uint32Array[], budget: number): void {
    let added = 0;
    for (let index = 0; index < parts && added < budget; index += 1) {
      if (this.#parts[index] !== undefined) continue;
      const [low, high] = [(index / parts) * hashes, ((index + 1) / parts) * hashes];
      const shares = columns.map((column) => {
        const from = lowerBound(column, low);
        return column.subarray(from, lowerBound(column, high, from));
      });
      const ids = shares.reduce((sum, { length }) => sum + length, 0);
      const part = newPart(ids);
      for (const share of shares) for (const hash of share) addTo(part, hash);
      this.#parts[index] = part;
      added += ids;
    }
  }

  /** Drops all parts when they have room for several times as many ids as there are. */
  shrink(ids: number): void {
    const room = this.#parts.reduce((sum, part) => sum + (part?.idsAtMost ?? 0), 0);
    const least = (parts * blocksAtLeast * blockBits) / bitsPerId;
    if (room > least && room > ids * spareRoom * 2) this.#parts.fill(undefined);
  }

  /** Bytes in memory. */
  get bytes(): number {
    return this.#parts.reduce((sum, part) => sum + (part?.words.byteLength ?? 0), 0);
  }
}

function newPart(ids: number): Part {
  const blocks = Math.max(blocksAtLeast, Math.ceil((ids * spareRoom * bitsPerId) / blockBits));
  const words = new Uint32Array(blocks * blockWords);
  return { words, blocks, idsAtMost: Math.floor((blocks * blockBits) / bitsPerId), ids: 0 };
}

function addTo(part: Part, hash: number): void {
  const { words } = part;
  const base = blockOf(part, hash);
  const [first, second] = [mix(hash), mixAgain(hash)];
  const changed =
    setBit(words, base, first >>> 23) |
    setBit(words, base, (first >>> 14) % blockBits) |
    setBit(words, base, second >>> 23) |
    setBit(words, base, (second >>> 14) % blockBits);
  // What is sealed comes again, and is no id more.
  if (changed !== 0) part.ids += 1;
}

/** The first word of the block of a hash: its place among the hashes of the part. */
function blockOf({ blocks }: Part, hash: number): number {
  return Math.floor((((hash << partBits) >>> 0) / hashes) * blocks) * blockWords;
}

/** The hashes of one block begin alike: these numbers depend on all of their bits. */
const mix = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 0;
const mixAgain = (hash: number) => Math.imul(hash ^ (hash >>> 13), 0x85ebca6b) >>> 0;

function isSet(words: Uint32Array, base: number, bit: number): boolean {
  return (((words[base + (bit >>> 5)] ?? 0) >>> (bit & 31)) & 1) === 1;
}

/** @returns 0 when it was set before. */
function setBit(words: Uint32Array, base: number, bit: number): number {
  const at = base + (bit >>> 5);
  const before = words[at] ?? 0;
  const mask = 1 << (bit & 31);
  words[at] = before | mask;
  return ~before & mask;
}
