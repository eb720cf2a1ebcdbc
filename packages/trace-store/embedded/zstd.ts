import {
  constants,
  createZstdCompress,
  createZstdDecompress,
  zstdCompressSync,
  zstdDecompressSync,
} from "node:zlib";
import { keepZstdContext } from "./zstd-context.ts";
import { readFrameSize } from "./zstd-frame.ts";

/** Unpacks blocks that were packed with one dictionary. Keeps its context until closed. */
export interface Unpacker {
  /**
   * @param packed one zstd frame that {@link Packer.pack} returned.
   * @param into is filled: as long as the unpacked block, known from the index.
   * @throws Error when the block is damaged, is of another size or was packed with another
   *   dictionary; the unpacker stays usable.
   */
  unpack(packed: Uint8Array, into: Uint8Array): void;
  /** Frees the context. */
  close(): void;
}

/** Packs blocks with one dictionary. Keeps its context until closed. */
export interface Packer {
  /** @returns one zstd frame, which says the size of its content and has a checksum. */
  pack(bytes: Uint8Array): Buffer;
  /** Frees the context. */
  close(): void;
}

export interface PackerOptions {
  /** zstd's: 1 is quick, 3 its default, 19 small. */
  readonly level: number;
  /** Text that the blocks have in common with it; the likeliest last. */
  readonly dictionary?: Uint8Array;
}

/** A way to get at zstd. All ways read each other's blocks. */
export interface Zstd {
  openUnpacker(dictionary?: Uint8Array): Unpacker;
  openPacker(options: PackerOptions): Packer;
}

function streamOptions({ level, dictionary }: PackerOptions) {
  return {
    dictionary,
    params: {
      [constants.ZSTD_c_compressionLevel]: level,
      // The ids in traces match each other in 4 or 5 digits by chance, which saves nothing and hides
      // longer matches: 17 bytes a trace at level 5.
      [constants.ZSTD_c_minMatch]: 6,
      // Twice as many candidates as level 5 has: smaller for little time. The lazy matching of
      // level 6 would be smaller still, and sealing is what bounds how fast traces are stored.
      [constants.ZSTD_c_searchLog]: 4,
      // A wrong dictionary and most flipped bits unpack to wrong bytes without a complaint
      // otherwise. It costs 4 bytes and a tenth of the time of unpacking.
      [constants.ZSTD_c_checksumFlag]: 1,
    },
  };
}

/** @throws Error when the bytes are not exactly one frame whose content has that size. */
function checkFrame(packed: Uint8Array, size: number): void {
  const contentSize = readFrameSize(packed);
  if (contentSize !== size) {
    throw new Error(`the zstd frame says that it holds ${contentSize} bytes, not ${size}`);
  }
}

function checkUnpacked(unpacked: number, size: number): void {
  if (unpacked !== size) throw new Error(`the zstd frame held ${unpacked} bytes, not ${size}`);
}

/** zstd by the public functions of Node, which build a context for each block. */
export const plainZstd: Zstd = {
  openUnpacker: (dictionary) => ({
    unpack(packed, into) {
      checkFrame(packed, into.length);
      const bytes = zstdDecompressSync(packed, { dictionary });
      checkUnpacked(bytes.length, into.length);
      into.set(bytes);
    },
    close() {},
  }),
  openPacker: (options) => ({
    pack: (bytes) => zstdCompressSync(bytes, streamOptions(options)),
    close() {},
  }),
};

// The streams' own output buffer stays unused.
const chunkSize = 64;

/** zstd with a kept context: a third of the time for blocks of some 20 kB. */
export const keptZstd: Zstd = {
  openUnpacker(dictionary) {
    const context = keepZstdContext(() => createZstdDecompress({ dictionary, chunkSize }));
    return {
      unpack(packed, into) {
        checkFrame(packed, into.length);
        checkUnpacked(context.run(packed, into), into.length);
      },
      close: () => context.close(),
    };
  },

  openPacker(options) {
    const context = keepZstdContext(() =>
      createZstdCompress({ ...streamOptions(options), chunkSize }),
    );
    let room = new Uint8Array(0);
    return {
      pack(bytes) {
        const most = packedSizeAtMost(bytes.byteLength);
        if (room.byteLength < most) room = new Uint8Array(most);
        return Buffer.from(room.subarray(0, context.run(bytes, room)));
      },
      close: () => context.close(),
    };
  },
};

/** As ZSTD_COMPRESSBOUND: with that much room zstd writes a frame in one go. */
function packedSizeAtMost(size: number): number {
  return size + (size >>> 8) + 128;
}

/**
 * Tells whether `zstd` does on this Node what {@link plainZstd} does: packs, unpacks and refuses a
 * damaged block, again and again with the context it has kept.
 */
export function worksLikePlain(zstd: Zstd): boolean {
  const dictionary = Buffer.from("a trace has a name, a time and a status; ".repeat(20));
  const blocks = ["a status", "", "a time and a name; ".repeat(5000)].map((text) =>
    Buffer.from(text),
  );
  const opened: { close(): void }[] = [];
  const keep = <T extends { close(): void }>(one: T): T => {
    opened.push(one);
    return one;
  };
  try {
    const [plain, tried] = [plainZstd, zstd].map((way) => ({
      packer: keep(way.openPacker({ level: 1, dictionary })),
      unpacker: keep(way.openUnpacker(dictionary)),
    }));
    if (plain === undefined || tried === undefined) return false;
    return blocks.every((block) => {
      const [packed, packedPlainly] = [tried.packer.pack(block), plain.packer.pack(block)];
      return (
        unpackWhole(plain.unpacker, packed, block.length).equals(block) &&
        unpackWhole(tried.unpacker, packedPlainly, block.length).equals(block) &&
        refusesDamage(tried.unpacker, packed, block.length)
      );
    });
  } catch {
    return false;
  } finally {
    for (const one of opened) one.close();
  }
}

/** Unpacks a block into bytes of its own; see {@link Unpacker.unpack}. */
export function unpackWhole(unpacker: Unpacker, packed: Uint8Array, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  unpacker.unpack(packed, bytes);
  return bytes;
}

function refusesDamage(unpacker: Unpacker, packed: Buffer, size: number): boolean {
  const damaged = Buffer.from(packed);
  damaged.writeUInt8(damaged.readUInt8(damaged.length - 1) ^ 1, damaged.length - 1);
  try {
    unpackWhole(unpacker, damaged, size);
    return false;
  } catch {
    return true;
  }
}

let chosen: Zstd | undefined;

/**
 * The fastest way that works here, found out at the first call. Other releases of Node get the
 * plain one unseen: a handle with other arguments would end the process, which no trial survives.
 */
export function chooseZstd(): Zstd {
  const isTriedRelease = process.versions.node.startsWith("26.");
  chosen ??= isTriedRelease && worksLikePlain(keptZstd) ? keptZstd : plainZstd;
  return chosen;
}

/**
 * Opens an unpacker, which holds 0.1 MB beside its dictionary: close it.
 *
 * @param dictionary the one that the blocks were packed with; do not change it meanwhile.
 */
export function openUnpacker(dictionary?: Uint8Array): Unpacker {
  return chooseZstd().openUnpacker(dictionary);
}

/** Opens a packer: close it, and do not change its dictionary meanwhile. */
export function openPacker(options: PackerOptions): Packer {
  return chooseZstd().openPacker(options);
}
