import fc from "fast-check";
import { expect, it } from "vitest";
import { buildFilter, candidatesOf, escaped } from "./filter-probe.ts";

/** The texts of a value, escaped as they stand in JSON; keys and numbers are none. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [JSON.stringify(value).slice(1, -1)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** Few different pieces, so that needles occur, among them what trips careless code. */
const pieces = [
  ["\\", '"', '":', "\n", "\u001f", "\u2028", "{}", ",", " ", "", "-", ":", ".", "_"],
  ["\ud83d", "\ude00", "\ud800", "😀", "👩‍💻", "İstanbul", "ẞß", "ΟΔΟΣ", "é", "ﬁ", "K"],
  ["训练", "训", "作业失败", "資源", "trace", "notebook", "Note", "tebook", "x", "ab", "abcde"],
  ["8c531763-0ad6-426f-a579-5d67c55805a4", "c966e236ac8cd4d7", "0ad6", "fa:16:3e", "10.2.3.44"],
  ["aaaaaaaa", "0000000", "ffff", '{"kind":"job"}', '\\"id\\":\\"7f\\"', "HSTNC593B0N01"],
].flat();
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 6 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(""));
const traces = fc.record(
  {
    trace_name: text,
    code: fc.integer(),
    user: fc.dictionary(text, text, { maxKeys: 2 }),
    request: fc.oneof(
      text,
      text.map((inner) => JSON.stringify({ inner, [inner]: [inner] })),
    ),
    list: fc.array(text, { maxLength: 2 }),
  },
  { requiredKeys: ["trace_name"] },
);

it("no trace whose texts hold a needle is ruled out, whatever the texts", () => {
  let [held, inEighths] = [0, 0];
  // Among many traces without a text, rare grams are known by eighths of a group.
  const spread = fc.record({
    trace: traces,
    copies: fc.constantFrom(1, 1, 2, 9, 70),
    others: fc.constantFrom(0, 0, 3, 600),
  });
  fc.assert(
    fc.property(
      fc.array(spread, { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 40 })), { minLength: 12 }),
      fc.array(text, { maxLength: 4 }),
      (spreads, cuts, others) => {
        const jsons = spreads.flatMap(({ trace, copies, others: after }) => [
          ...Array.from({ length: copies }, () => JSON.stringify(trace).toLowerCase()),
          ...Array.from({ length: after }, () => "{}"),
        ]);
        const filter = buildFilter(jsons);
        const texts = jsons.map((json) => textsOf(JSON.parse(json)));
        // Cut out of the escaped texts, so also from the midst of an escape or of a surrogate pair.
        const all = [...new Set(texts.flat())].filter((whole) => whole !== "");
        const parts = cuts.flatMap(([which, from, length]) => {
          const whole = all[which % Math.max(1, all.length)] ?? "";
          const start = from % Math.max(1, whole.length);
          return [whole.slice(start, start + length)];
        });
        for (const needle of [...parts, ...others.map(escaped), ...all.slice(0, 3)]) {
          const rows = texts.flatMap((ofTrace, row) =>
            ofTrace.some((whole) => whole.includes(needle)) ? [row] : [],
          );
          held += rows.length;
          const candidates = candidatesOf(filter, jsons.length, needle);
          expect(rows.filter((row) => !candidates.mayHold(row))).toEqual([]);
          if (candidates.eighths.some((eighths) => eighths !== 0xff)) inEighths += rows.length;
        }
      },
    ),
    { numRuns: 150 },
  );
  expect(held).toBeGreaterThan(1000);
  expect(inEighths).toBeGreaterThan(50);
});
