import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonTooDeepError, canonicalJson, isEqualJson, parseExactJson } from "./canonical-json.ts";

const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);

describe("parseExactJson", () => {
  test.each([
    "9007199254740993",
    "-9007199254740993",
    "1e400",
    "-1E+400",
    "1e-400",
    "0.1234567890123456789",
    "123456789012345678901234567890",
    "1e99999999999999999999999",
  ])("the number %s is written as it came", (number) => {
    for (const text of [number, `{"a":${number}}`, `[1,${number}]`, `{"a": ${number}}`]) {
      expect(JSON.stringify(parseExactJson(text))).toBe(text.replace(": ", ":"));
    }
  });

  test.each([
    "1",
    "1.50",
    "1e3",
    "9007199254740992",
    "0.1",
    "1e21",
    "1000000000000000000000",
    "0e9",
  ])("the number %s, which a double holds, is a number", (number) => {
    expect(parseExactJson(`[${number}]`)).toEqual([Number(number)]);
  });

  test("every double is read as JSON.parse reads it", () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (number) => {
        expect(parseExactJson(`[${number}]`)).toEqual(JSON.parse(`[${number}]`));
      }),
    );
  });

  test("32 levels are read, 33 and a million are refused without a stack overflow", () => {
    expect(parseExactJson(nested(32))).toBeInstanceOf(Array);
    for (const levels of [33, 1_000_000]) {
      expect(() => parseExactJson(nested(levels))).toThrow(JsonTooDeepError);
      expect(() => parseExactJson("[".repeat(levels))).toThrow(JsonTooDeepError);
    }
    expect(parseExactJson(nested(3), 3)).toEqual([[[]]]);
    expect(() => parseExactJson(nested(4), 3)).toThrow(JsonTooDeepError);
  });

  test("brackets inside of strings are no levels", () => {
    const text = "[".repeat(100) + '\\"' + "{".repeat(100);
    expect(parseExactJson(JSON.stringify([text, text]))).toEqual([text, text]);
  });

  test("text that is no JSON is refused", () => {
    for (const text of ["", "{", "[1,]", "{'a':1}", "1e", '"a', "nul", "{} {}"]) {
      expect(() => parseExactJson(text)).toThrow(SyntaxError);
    }
  });

  test("names of object internals are plain keys", () => {
    const text =
      '{"__proto__":{"polluted":9007199254740993},"constructor":{"prototype":{"polluted":1}}}';
    const value = parseExactJson(text);
    expect(JSON.stringify(value)).toBe(text);
    expect(canonicalJson(value)).toContain("__proto__");
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("canonicalJson and isEqualJson", () => {
  test("the order of keys, white space and spelling of numbers and characters do not matter", () => {
    for (const [a, b] of [
      ['{"b":1,"a":[2,{"d":1,"c":2}]}', '{ "a": [2, {"c":2,"d":1}], "b": 1 }'],
      ["1", "1.0"],
      ["100", "1e2"],
      ["1e400", "10E+399"],
      ["1e400", "0.1e401"],
      ["9007199254740993", "9007199254740993.0"],
      ["-0", "0"],
      ["0e99999", "0"],
      ['"\\u0041\\/"', '"A/"'],
      ['{"a":1,"a":2}', '{"a":2}'],
    ] as const) {
      expect(isEqualJson(a, b)).toBe(true);
    }
  });

  test("other values are not equal", () => {
    for (const [a, b] of [
      ["9007199254740993", "9007199254740992"],
      ["9007199254740993", "-9007199254740993"],
      ["1e400", "1e401"],
      ["1e-400", "0"],
      ["0.12345678901234567", "0.123456789012345678"],
      ["1", '"1"'],
      ["null", '"null"'],
      ["[]", "{}"],
      ["[1,2]", "[2,1]"],
      ['{"a":null}', "{}"],
      ['{"__proto__":1}', "{}"],
      ['{"__proto__":1}', '{"__proto__":2}'],
      ['"\\ud800"', '"\\ud801"'],
      ['["a","b"]', '["a,b"]'],
    ] as const) {
      expect(isEqualJson(a, b)).toBe(false);
    }
  });

  test("any value equals itself with its keys shuffled, and canonical text reads as the same value", () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, member]) => [key, shuffled(member)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        const other = JSON.stringify(shuffled(value), undefined, 2);
        expect(isEqualJson(text, other)).toBe(true);
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(text));
      }),
    );
  });

  test("two values are equal exactly when their canonical texts are", () => {
    const small = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 2 },
        fc.constantFrom(0, 1, "1", "", null, true, "a"),
        fc.array(tie("value"), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom("a", "b", "__proto__"), tie("value")),
      ),
    })).value;
    fc.assert(
      fc.property(small, small, (a, b) => {
        const [textA, textB] = [JSON.stringify(a), JSON.stringify(b)];
        const same =
          fc.stringify(sorted(JSON.parse(textA))) === fc.stringify(sorted(JSON.parse(textB)));
        expect(isEqualJson(textA, textB)).toBe(same);
      }),
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return ["array", ...value.map(sorted)];
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .map(([key, member]) => [key, sorted(member)])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
