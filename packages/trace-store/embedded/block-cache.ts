import { Block } from "./block.ts";

const pieceBytes = 2 ** 20;

/** Memory that is taken from its start to its end, for blocks that go together. */
interface Piece {
  readonly bytes: Buffer;
  used: number;
  /** Of the blocks that it holds. */
  readonly keys: number[];
  /** As many as it ever held: they stand for one block after the other. */
  readonly blocks: Block[];
}

/**
 * The blocks that were read last, up to so many bytes. Their memory and what tells of them is used
 * again and again: what is made anew for each block, and lives for seconds, makes the garbage
 * collector stop everything for milliseconds several times a second.
 */
export class BlockCache {
  readonly #piecesAtMost: number;
  readonly #blocks = new Map<number, Block>();
  /** The oldest first; the last one is being filled. */
  readonly #pieces: Piece[] = [];
  /** Blocks that were not here when asked for. */
  misses = 0;

  constructor(bytesAtMost: number) {
    this.#piecesAtMost = Math.max(1, Math.floor(bytesAtMost / pieceBytes));
  }

  get(segment: number, block: number): Block | undefined {
    const found = this.#blocks.get(segment * 65_536 + block);
    if (found === undefined) this.misses += 1;
    return found;
  }

  /**
   * Unpacks a block into this memory and keeps it. A block too large for that has its own, and is
   * not kept.
   *
   * @param unpack fills the bytes it is given; what it throws is thrown.
   */
  add(segment: number, block: number, size: number, unpack: (into: Buffer) => void): Block {
    if (size > pieceBytes) {
      const bytes = Buffer.allocUnsafeSlow(size);
      unpack(bytes);
      return new Block().set(bytes);
    }
    const piece = this.#pieceFor(size);
    const { bytes, used, keys, blocks } = piece;
    unpack(bytes.subarray(used, used + size));
    piece.used += size;
    const added = (blocks[keys.length] ??= new Block()).set(bytes, used, piece.used);
    const key = segment * 65_536 + block;
    keys.push(key);
    this.#blocks.set(key, added);
    return added;
  }

  #pieceFor(size: number): Piece {
    const last = this.#pieces.at(-1);
    if (last !== undefined && last.used + size <= pieceBytes) return last;
    const oldest = this.#pieces.length >= this.#piecesAtMost ? this.#pieces.shift() : undefined;
    for (const key of oldest?.keys ?? []) this.#blocks.delete(key);
    const { bytes, blocks } = oldest ?? { bytes: Buffer.allocUnsafeSlow(pieceBytes), blocks: [] };
    const piece = { bytes, used: 0, keys: [], blocks };
    this.#pieces.push(piece);
    return piece;
  }
}
