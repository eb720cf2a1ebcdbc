import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonGrammarError, endOfValue, skipSpace } from "./json-scanner.ts";

function isOneValue(text: string): boolean {
  const bytes = Buffer.from(text);
  try {
    return skipSpace(bytes, endOfValue(bytes, skipSpace(bytes, 0))) === bytes.length;
  } catch (error) {
    if (error instanceof JsonGrammarError) return false;
    throw error;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("the scanner", () => {
  test.each([
    "{}",
    "[]",
    ' { "a" : [ 1 , { } , [ ] ] , "b" : "\\u00e9\\n\\"" } ',
    "-0.5e-10",
    "1E+5",
    "0",
    "true",
    "false",
    "null",
    '""',
    '"é😀"',
    '{"":{"":{}}}',
  ])("%s is a value", (text) => {
    expect(isOneValue(text)).toBe(true);
    expect(isJson(text)).toBe(true);
  });

  test.each([
    "",
    " ",
    "{",
    "[",
    "[1,]",
    "[,1]",
    "[1 2]",
    '{"a"}',
    '{"a":}',
    '{"a":1,}',
    "{a:1}",
    '{"a":1]',
    "[1}",
    "01",
    "-",
    "1.",
    ".5",
    "1e",
    "+1",
    "tru",
    "trux",
    "nul",
    '"a',
    '"\\x"',
    '"\\u12g4"',
    '"\\u12',
    '"a\nb"',
    '"\u0000"',
    "'a'",
    "NaN",
    "{} {}",
    "\u00a0{}",
  ])("%j is none", (text) => {
    expect(isOneValue(text)).toBe(false);
    expect(isJson(text)).toBe(false);
  });

  test("it agrees with JSON.parse on any value and on any damage to it", () => {
    const characters = Array.from('{}[]",:\\ \n01-+.eEtrufalsn\u0001é');
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.nat(2),
        fc.constantFrom("", ...characters),
        (text, where, removed, put) => {
          expect(isOneValue(text)).toBe(true);
          const at = where % (text.length + 1);
          const damaged = text.slice(0, at) + put + text.slice(at + removed);
          expect(isOneValue(damaged)).toBe(isJson(damaged));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("it agrees with JSON.parse on any text of JSON's characters", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...Array.from('{}[]",:\\ 01-.e'), "true", "null"),
          maxLength: 12,
        }),
        (text) => {
          expect(isOneValue(text)).toBe(isJson(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("a million levels overflow no stack", () => {
    const levels = 1_000_000;
    expect(isOneValue("[".repeat(levels) + "]".repeat(levels))).toBe(true);
    expect(isOneValue('{"a":'.repeat(levels) + "1" + "}".repeat(levels))).toBe(true);
    expect(isOneValue("[".repeat(levels))).toBe(false);
  });

  test("the offset of an error is the first byte that does not fit", () => {
    for (const [text, offset] of [
      ['{"a":1,}', 7],
      ['{"é":x}', 6],
      ["[1,2", 4],
      ["nulx", 3],
    ] as const) {
      const bytes = Buffer.from(text);
      expect(() => endOfValue(bytes, 0)).toThrow(
        expect.objectContaining({ name: "JsonGrammarError", offset }),
      );
    }
  });
});
