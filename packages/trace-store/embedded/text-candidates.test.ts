import fc from "fast-check";
import { expect, it } from "vitest";
import { eighthRows, groupRows, TextCandidates } from "./text-candidates.ts";

/** Candidates of which only some eighths are left. */
function leave(groups: number, kept: ReadonlySet<number>): TextCandidates {
  const candidates = new TextCandidates(groups);
  for (let group = 0; group < groups; group += 1) {
    let eighths = 0;
    for (let place = 0; place < 8; place += 1) {
      if (kept.has(group * 8 + place)) eighths |= 1 << place;
    }
    candidates.eighths[group] = eighths;
    const word = candidates.groups[group >>> 5] ?? 0;
    if (eighths === 0) candidates.groups[group >>> 5] = word & ~(1 << (group & 31));
  }
  return candidates;
}

const some = fc.integer({ min: 1, max: 90 }).chain((groups) =>
  fc.record({
    groups: fc.constant(groups),
    kept: fc.uniqueArray(fc.nat(groups * 8 - 1), { maxLength: 30 }),
  }),
);

it("the next row below another is the next that may hold the needle", () => {
  fc.assert(
    fc.property(some, fc.nat(90 * groupRows), ({ groups, kept }, from) => {
      const candidates = leave(groups, new Set(kept));
      const row = Math.min(from, groups * groupRows);
      const left = Array.from({ length: row }, (_, at) => at).filter((at) =>
        kept.includes(Math.floor(at / eighthRows)),
      );
      expect(candidates.nextBelow(row)).toBe(left.at(-1) ?? -1);
      expect(candidates.isEmpty).toBe(kept.length === 0);
      expect(candidates.countUpTo(1000)).toBe(kept.length);
    }),
  );
});

it("at first all rows may hold it, and none beyond the last group", () => {
  const candidates = new TextCandidates(33);
  expect(candidates.mayHold(0)).toBe(true);
  expect(candidates.mayHold(33 * groupRows - 1)).toBe(true);
  expect(candidates.mayHold(33 * groupRows)).toBe(false);
  expect(candidates.countUpTo(5)).toBeGreaterThan(5);
});
