import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeUnseen, formatCode, splitAtUnseen } from "./unseen-characters.ts";

test("a text without unseen characters stays in one piece", () => {
  expect(splitAtUnseen("语音识别 naïve\t👨‍👩‍👧")).toEqual(["语音识别 naïve\t👨‍👩‍👧"]);
});

test("each unseen character stands alone, and its code can be told", () => {
  expect(splitAtUnseen("a\u202Eb\u0000")).toEqual(["a", "\u202E", "b", "\u0000", ""]);
  expect(formatCode("\u202E")).toBe("U+202E");
  expect(formatCode("\u0000")).toBe("U+0000");
});

test("nothing of a text is lost by cutting it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(splitAtUnseen(text).join("")).toBe(text);
    }),
  );
});

test("escaped JSON means the same and holds nothing unseen", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const escaped = escapeUnseen(JSON.stringify(text));
      expect(JSON.parse(escaped)).toBe(text);
      expect(splitAtUnseen(escaped)).toHaveLength(1);
    }),
  );
});
