import fc from "fast-check";
import { expect, it } from "vitest";
import { keepRow, lengthOfRow, writeRow } from "./text-row.ts";

/** Rows from empty to full, in runs and scattered, of any number of groups. */
const rows = fc.integer({ min: 1, max: 1100 }).chain((groups) =>
  fc.record({
    groups: fc.constant(groups),
    some: fc.uniqueArray(fc.nat(groups - 1), { maxLength: 200 }),
    run: fc.tuple(fc.nat(groups), fc.nat(groups)),
    isFlipped: fc.boolean(),
  }),
);

it("a row of any groups comes back as it was, and takes no more than a byte for 8 groups", () => {
  fc.assert(
    fc.property(rows, fc.nat(5), ({ groups, some, run, isFlipped }, position) => {
      const scattered = new Set(some);
      const isHeld = (group: number) =>
        (scattered.has(group) || (group >= run[0] && group < run[1])) !== isFlipped;
      const held = Array.from({ length: groups }, (_, group) => group).filter(isHeld);
      const words = new Int32Array(Math.ceil(groups / 32) + 1);
      for (const group of held)
        words[1 + (group >>> 5)] = (words[1 + (group >>> 5)] ?? 0) | (1 << group);

      // Bytes of an older row are overwritten, those behind the row are not read.
      const bytes = new Uint8Array(position + Math.ceil(groups / 8) + 1).fill(0xa5);
      const code = writeRow(words, 1, groups, bytes, position);
      const length = code === undefined ? 0 : lengthOfRow(code, groups);
      expect(length).toBeLessThanOrEqual(Math.ceil(groups / 8));
      bytes.fill(0x5a, position + length);
      const kept = new Uint32Array(Math.ceil(groups / 32)).fill(code === undefined ? 0 : -1);
      if (code !== undefined) keepRow(kept, code, bytes, position, groups);
      const isKept = (group: number) => (((kept[group >>> 5] ?? 0) >>> (group & 31)) & 1) === 1;
      expect(Array.from({ length: groups }, (_, group) => group).filter(isKept)).toEqual(held);
    }),
    { numRuns: 500 },
  );
});

it("a row of a few or of nearly all of 1,024 groups takes a few bytes", () => {
  const lengthOf = (held: (group: number) => boolean) => {
    const words = new Int32Array(32);
    for (let group = 0; group < 1024; group += 1) {
      if (held(group)) words[group >>> 5] = (words[group >>> 5] ?? 0) | (1 << group);
    }
    const code = writeRow(words, 0, 1024, new Uint8Array(129), 0);
    return code === undefined ? undefined : lengthOfRow(code, 1024);
  };
  expect(lengthOf(() => false)).toBeUndefined();
  expect(lengthOf(() => true)).toBe(0);
  expect(lengthOf((group) => group === 700)).toBeLessThanOrEqual(2);
  expect(lengthOf((group) => group !== 700)).toBeLessThanOrEqual(2);
  expect(lengthOf((group) => group % 16 === 5)).toBeLessThanOrEqual(49);
  expect(lengthOf((group) => group % 2 === 0)).toBe(128);
});
