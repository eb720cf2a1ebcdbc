import { createHash } from "node:crypto";
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepZstdContext } from "./zstd-context.ts";
import { readFrameSize } from "./zstd-frame.ts";
import {
  type Unpacker,
  unpackWhole,
  type Zstd,
  chooseZstd,
  keptZstd,
  openPacker,
  openUnpacker,
  plainZstd,
  worksLikePlain,
} from "./zstd.ts";

/** Bytes that look random; the same for the same seed. */
function noise(seed: string, length: number): Buffer {
  return createHash("shake256", { outputLength: length }).update(seed).digest();
}

function traceLine(no: number): string {
  const id = noise(`id ${no}`, 16).toString("hex");
  return JSON.stringify({
    time: 1_795_300_000_000 + no * 37,
    user: { name: `操作员 ${no % 7}`, id },
    request: JSON.stringify({ name: `job-${no}`, path: `/obs/${id.slice(0, 9)}` }),
    code: no % 9 === 0 ? "404" : "200",
    resource_type: "notebook",
    trace_name: "createNotebook",
    trace_id: id,
  });
}

function traceLines(first: number, count: number): Buffer {
  return Buffer.from(Array.from({ length: count }, (_, i) => traceLine(first + i)).join("\n"));
}

const dictionary = traceLines(0, 100);
const blocks = {
  "nothing at all": Buffer.alloc(0),
  "one byte": Buffer.from("x"),
  "255 bytes": noise("255", 255),
  "256 bytes": noise("256", 256),
  "16 traces": traceLines(1000, 16),
  "what does not pack": noise("incompressible", 150_000),
  "4 MiB of noise": noise("4 MiB", 2 ** 22),
  "4 MiB of one byte": Buffer.alloc(2 ** 22, "a"),
  "4 MiB of traces": traceLines(5000, 14_000).subarray(0, 2 ** 22),
  "a view of another kind": new Uint8Array(noise("view", 500).buffer, 0, 400),
};

function unpackOrFail(unpacker: Unpacker, packed: Uint8Array, size: number): Buffer | Error {
  try {
    return unpackWhole(unpacker, packed, size);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

const ways: [string, Zstd][] = [
  ["the kept context", keptZstd],
  ["the plain functions", plainZstd],
];

it("this Node is driven by the kept context", () => {
  expect(chooseZstd()).toBe(keptZstd);
});

describe.each(ways)("%s", (_, zstd) => {
  it.each(Object.entries(blocks))("packs and unpacks %s, for every reader", (_name, block) => {
    for (const shared of [undefined, dictionary]) {
      for (const level of [1, 3]) {
        const packer = zstd.openPacker({ level, dictionary: shared });
        const unpackers = [keptZstd, plainZstd].map((way) => way.openUnpacker(shared));
        // The second time, the context has been used.
        for (let round = 0; round < 2; round += 1) {
          const packed = packer.pack(block);
          expect(readFrameSize(packed)).toBe(block.length);
          expect(zstdDecompressSync(packed, { dictionary: shared }).equals(block)).toBe(true);
          for (const unpacker of unpackers) {
            expect(unpackWhole(unpacker, packed, block.length).equals(block)).toBe(true);
          }
        }
        for (const opened of [packer, ...unpackers]) opened.close();
      }
    }
  });

  it("a dictionary is used: traces like those in it take two thirds at most", () => {
    const block = traceLines(1000, 4);
    const packedBy = (shared?: Buffer) =>
      zstd.openPacker({ level: 1, dictionary: shared }).pack(block).length;
    expect(packedBy(dictionary)).toBeLessThan((packedBy() * 2) / 3);
  });

  it("500 flipped bytes are told or do no harm, and the next block is unpacked", async () => {
    const packer = zstd.openPacker({ level: 1, dictionary });
    const unpacker = zstd.openUnpacker(dictionary);
    const block = traceLines(1000, 16);
    const packed = packer.pack(block);
    let told = 0;
    for (let mutation = 0; mutation < 500; mutation += 1) {
      const damaged = Buffer.from(packed);
      const random = noise(`mutation ${mutation}`, 5);
      // The first 50 fall on the headers.
      const at = mutation < 50 ? mutation % 12 : random.readUInt32LE(0) % damaged.length;
      const flipped = damaged.readUInt8(at) ^ (1 << (random.readUInt8(4) % 8));
      damaged.writeUInt8(flipped, at);
      const result = unpackOrFail(unpacker, damaged, block.length);
      if (result instanceof Error) told += 1;
      expect(result instanceof Error || result.equals(block)).toBe(true);
      expect(unpackWhole(unpacker, packed, block.length).equals(block)).toBe(true);
    }
    expect(told).toBeGreaterThan(480);
    // A failure that is emitted with a delay must not end the process either.
    await setImmediate();
  });

  it("a block that was cut off, goes on or is of another size is refused", () => {
    const unpacker = zstd.openUnpacker(dictionary);
    const block = traceLines(1000, 16);
    const packed = zstd.openPacker({ level: 1, dictionary }).pack(block);
    for (let length = 0; length < packed.length; length += 1) {
      expect(() => unpackWhole(unpacker, packed.subarray(0, length), block.length)).toThrow(Error);
    }
    const longer = [Buffer.alloc(1), Buffer.from("x"), packed];
    for (const more of longer) {
      const joined = Buffer.concat([packed, more]);
      expect(() => unpackWhole(unpacker, joined, block.length)).toThrow("bytes, not");
      expect(() => unpackWhole(unpacker, joined, block.length * 2)).toThrow("bytes, not");
    }
    for (const size of [0, block.length - 1, block.length + 1, 2 ** 20]) {
      expect(() => unpackWhole(unpacker, packed, size)).toThrow("bytes, not");
    }
    expect(unpackWhole(unpacker, packed, block.length).equals(block)).toBe(true);
  });

  it("a block of another dictionary is refused", () => {
    const block = traceLines(1000, 16);
    const packed = zstd.openPacker({ level: 1, dictionary }).pack(block);
    const others = [undefined, traceLines(200, 100), Buffer.from(dictionary).fill("x", 0, 20_000)];
    for (const other of others) {
      expect(() => unpackWhole(zstd.openUnpacker(other), packed, block.length)).toThrow(Error);
    }
  });

  it("two unpackers and two packers in turn do not disturb each other", () => {
    const dictionaries = [dictionary, traceLines(200, 100)];
    const pairs = dictionaries.map((shared) => ({
      packer: zstd.openPacker({ level: 1, dictionary: shared }),
      unpacker: zstd.openUnpacker(shared),
    }));
    for (let round = 0; round < 50; round += 1) {
      for (const { packer, unpacker } of pairs) {
        const block = traceLines(round * 10, 1 + (round % 20));
        expect(unpackWhole(unpacker, packer.pack(block), block.length).equals(block)).toBe(true);
      }
    }
  });

  it("whatever bytes come, an Error says so", () => {
    const unpacker = zstd.openUnpacker(dictionary);
    const magic = Buffer.from("28b52ffd", "hex");
    const someBytes = fc.uint8Array({ maxLength: 60 });
    fc.assert(
      fc.property(someBytes, fc.nat({ max: 70_000 }), fc.boolean(), (bytes, size, hasMagic) => {
        const packed = hasMagic ? Buffer.concat([magic, bytes]) : bytes;
        const result = unpackOrFail(unpacker, packed, size);
        expect(result instanceof Error || result.length === size).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

it("the ways that callers get pack and unpack", () => {
  const [packer, unpacker] = [openPacker({ level: 2, dictionary }), openUnpacker(dictionary)];
  const block = traceLines(0, 32);
  expect(unpackWhole(unpacker, packer.pack(block), block.length).equals(block)).toBe(true);
  for (const opened of [packer, unpacker, packer, unpacker]) opened.close();
  expect(() => unpackWhole(unpacker, packer.pack(block), block.length)).toThrow("closed");
});

it("frames of other makers are read where they say their size", () => {
  const block = traceLines(0, 16);
  const unpacker = openUnpacker();
  expect(unpackWhole(unpacker, zstdCompressSync(block), block.length).equals(block)).toBe(true);
  const params = { [constants.ZSTD_c_contentSizeFlag]: 0 };
  const silent = zstdCompressSync(block, { params });
  expect(readFrameSize(silent)).toBeUndefined();
  expect(() => unpackWhole(unpacker, silent, block.length)).toThrow("undefined bytes");
});

it("a way that answers wrongly, fails or overlooks damage is not taken", () => {
  const way = (
    unpack: (unpacker: Unpacker, packed: Uint8Array, into: Uint8Array) => void,
  ): Zstd => ({
    ...plainZstd,
    openUnpacker(dictionaryGiven) {
      const unpacker = plainZstd.openUnpacker(dictionaryGiven);
      return { unpack: (packed, into) => unpack(unpacker, packed, into), close() {} };
    },
  });
  const faithful = way((unpacker, packed, into) => unpacker.unpack(packed, into));
  expect(worksLikePlain(faithful)).toBe(true);
  const wrong = way(() => {});
  expect(worksLikePlain(wrong)).toBe(false);
  const careless = way((unpacker, packed, into) => {
    const result = unpackOrFail(unpacker, packed, into.length);
    if (!(result instanceof Error)) into.set(result);
  });
  expect(worksLikePlain(careless)).toBe(false);
  const failing = () => {
    throw new Error("no handle");
  };
  expect(worksLikePlain({ ...plainZstd, openUnpacker: failing })).toBe(false);
  expect(worksLikePlain({ ...plainZstd, openPacker: failing })).toBe(false);
});

it("a stream without the handle of a zstd stream is refused", () => {
  expect(() => keepZstdContext(() => new PassThrough())).toThrow("have no handle");
});
