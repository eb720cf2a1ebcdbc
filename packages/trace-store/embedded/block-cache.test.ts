import { expect, it } from "vitest";
import { BlockCache } from "./block-cache.ts";

const megabyte = 2 ** 20;

/** Fills the memory of a block with lines of one trace each. */
function lines(...ids: readonly string[]) {
  const bytes = Buffer.from(ids.map((id) => `0${id}\t{"trace_id":"${id}"}\n`).join(""));
  return { size: bytes.length, unpack: (into: Buffer) => void bytes.copy(into) };
}

function addOne(cache: BlockCache, block: number) {
  const { size, unpack } = lines(`a${block}`, "x".repeat(100_000), `b${block}`);
  return cache.add(1, block, size, unpack);
}

it("the rows of a block are its lines", () => {
  const cache = new BlockCache(megabyte);
  const block = addOne(cache, 7);
  expect(block.rows).toBe(3);
  expect([block.traceId(0), block.traceId(2)]).toEqual(["a7", "b7"]);
  expect(block.wire(2).toString()).toBe('{"trace_id":"b7"}');
  expect(cache.get(1, 7)).toBe(block);
  expect(() => block.traceId(3)).toThrow(RangeError);
});

it("what is still kept is whole, and the oldest went first", () => {
  const cache = new BlockCache(4 * megabyte);
  for (let block = 0; block < 500; block += 1) {
    addOne(cache, block);
    const kept = Array.from({ length: block + 1 }, (_, no) => no).filter(
      (no) => cache.get(1, no) !== undefined,
    );
    for (const no of kept) expect(cache.get(1, no)?.traceId(0)).toBe(`a${no}`);
    expect(kept).toEqual(Array.from(kept, (_, at) => block + 1 - kept.length + at));
    expect(kept.length).toBeGreaterThanOrEqual(Math.min(block + 1, 10));
    expect(kept.length).toBeLessThan(22);
  }
});

it("a block larger than the memory is handed out and not kept", () => {
  const cache = new BlockCache(megabyte);
  const { size, unpack } = lines("large", "y".repeat(megabyte));
  expect(cache.add(1, 1, size, unpack).traceId(0)).toBe("large");
  expect(cache.get(1, 1)).toBeUndefined();
});

it("a block that cannot be unpacked leaves the others as they are", () => {
  const cache = new BlockCache(megabyte);
  addOne(cache, 1);
  expect(() =>
    cache.add(1, 2, 10, () => {
      throw new Error("damaged");
    }),
  ).toThrow("damaged");
  expect(cache.get(1, 2)).toBeUndefined();
  expect(cache.get(1, 1)?.traceId(2)).toBe("b1");
});
