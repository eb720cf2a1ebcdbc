import fc from "fast-check";
import { expect, it } from "vitest";
import { escapeNeedle } from "./text-match.ts";
import { makeScan } from "./text-scan.ts";

const pieces = ["k", "K", "\u212a", "i", "I", "İ", "ı", "ß", "ẞ", "Σ", "σ", "ς", "ΟΔΟΣ", "Å", "å"];
const others = [
  "训练",
  "학습",
  "Ａ",
  "ａ",
  "Ⓐ",
  "Ꙁ",
  "ꭰ",
  "😀",
  "\ud83d",
  '"',
  "\\",
  "\n",
  "-",
  "x9.*[^$(",
];
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces, ...others),
      fc.string({ unit: "grapheme-ascii", maxLength: 3 }),
      fc.string({ unit: "binary", maxLength: 2 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(""));

it("finds whatever holds the needle when it is in lower case", () => {
  let held = 0;
  fc.assert(
    fc.property(
      text,
      fc.nat(),
      fc.integer({ min: 1, max: 90 }),
      text,
      (whole, from, length, other) => {
        const json = JSON.stringify({ whole });
        const lowered = json.toLowerCase();
        const start = from % lowered.length;
        for (const needle of [lowered.slice(start, start + length), escapeNeedle(other)]) {
          if (!lowered.includes(needle)) continue;
          held += 1;
          expect(makeScan(needle)(Buffer.from(json))(0)).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: 3000 },
  );
  expect(held).toBeGreaterThan(3000);
});

it("finds each character by what it becomes in lower case", () => {
  const missed = Array.from({ length: 0x11_0000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .filter((code) => {
      const sign = String.fromCodePoint(code);
      const lowered = sign.toLowerCase();
      if (lowered === sign && code > 0x7f && !/[⺀-鿿가-힣]/.test(sign)) return false;
      return makeScan(escapeNeedle(lowered))(Buffer.from(JSON.stringify(sign)))(0) < 0;
    });
  expect(missed).toEqual([]);
});

it("tells a place in each thing that may be the needle, and passes by what is none", () => {
  const json = Buffer.from('{"name":"训练 Notebook-9F3E"}');
  const start = json.indexOf('"训');
  for (const needle of ["notebook-9f3e", "9f3e", "训练", "训练 note", "-9"]) {
    const findFrom = makeScan(needle)(json);
    const place = findFrom(0);
    expect(place).toBeGreaterThan(start);
    expect(place).toBeLessThan(json.length);
    expect(findFrom(place + 1)).toBe(-1);
  }
  for (const needle of ["notebook-9f3f", "0", "练训", "训练 nite", "note.ook"]) {
    expect(makeScan(needle)(json)(0)).toBe(-1);
  }
});
