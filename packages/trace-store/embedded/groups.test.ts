import fc from "fast-check";
import { expect, it } from "vitest";
import { lowerBound, lowerBoundOfHash } from "./groups.ts";

it("a hash is found where halving finds it, however unevenly hashes lie", () => {
  const hash = fc.oneof(
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 2 ** 32 - 20, max: 2 ** 32 - 1 }),
  );
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 2_000 }), hash, (unsorted, wanted) => {
      const hashes = Uint32Array.from(unsorted).toSorted();
      for (const one of [wanted, ...unsorted.slice(0, 20)]) {
        expect(lowerBoundOfHash(hashes, one)).toBe(lowerBound(hashes, one));
      }
    }),
  );
});
