import fc from "fast-check";
import { expect, it } from "vitest";
import { eighthRows, groupRows, TextCandidates } from "./text-candidates.ts";
import { mostWithEighths, severalEighths } from "./text-gaps.ts";
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
      const kept = new TextCandidates(groups);
      if (code === undefined) kept.groups.fill(0);
      else keepRow(kept, code, bytes, position, false);
      const isKept = (group: number) => kept.mayHold(group * groupRows);
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

it("a row of few groups tells the eighth that holds it, or that several do", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 24, max: 1024 }).chain((groups) => {
        const entry = fc.record({ group: fc.nat(groups - 1), eighth: fc.nat(severalEighths) });
        const entries = fc.uniqueArray(entry, {
          selector: ({ group }) => group,
          minLength: 1,
          maxLength: mostWithEighths(groups),
        });
        return fc.record({ groups: fc.constant(groups), entries });
      }),
      ({ groups, entries }) => {
        const sorted = entries.toSorted((a, b) => a.group - b.group);
        const words = new Int32Array(Math.ceil(groups / 32));
        for (const { group } of sorted)
          words[group >>> 5] = (words[group >>> 5] ?? 0) | (1 << group);
        const bytes = new Uint8Array(Math.ceil(groups / 8) + 1);
        const eighths = Uint8Array.from(sorted, ({ eighth }) => eighth);
        const code = writeRow(words, 0, groups, bytes, 0, eighths) ?? 0;
        const kept = new TextCandidates(groups);
        keepRow(kept, code, bytes, 0, true);

        // Where plain bits are shorter, the row tells groups only.
        const isPlain = lengthOfRow(code, groups) === Math.ceil(groups / 8);
        const expected = sorted.flatMap(({ group, eighth }) =>
          Array.from({ length: 8 }, (_, place) => place)
            .filter((place) => isPlain || eighth === severalEighths || place === eighth)
            .map((place) => group * groupRows + place * eighthRows),
        );
        const places = Array.from({ length: groups * 8 }, (_, place) => place * eighthRows);
        const left = places.filter((row) => kept.mayHold(row));
        expect(left).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});
