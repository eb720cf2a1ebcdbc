import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPlaceFinder, splitValues } from "./split-values.ts";

/** The slices that a file gives, or what is wrong with it. */
function slices(file: string | Buffer): string[] | string {
  const bytes = Buffer.from(file);
  const split = splitValues(bytes);
  if (split.kind !== "traces") return split.kind;
  const { count, startOf, endOf } = split.values;
  return Array.from({ length: count }, (_, index) =>
    bytes.toString("utf8", startOf(index), endOf(index)),
  );
}

const a = '{"trace_name":"a"}';
const pretty = '{\n  "trace_name": "b",\n  "user": { "name": "张三" }\n}';

describe("forms of a trace file", () => {
  test.each([
    ["a single object", a],
    ["an array", `[${a}]`],
    ["an array with white space", ` [ ${a} ]\r\n`],
    ["a line", `${a}\n`],
    ["a line that holds an array", `[${a}]\n`],
    ["an envelope", `{"cts": ${a}}`],
    ["an array of envelopes", `[{"cts":${a}}]`],
    ["a reply", `{"meta_data":{"count":1},"traces":[${a}]}`],
    ["a reply whose marker comes last", `{"traces":[${a}],"meta_data":{"marker":null}}`],
    ["a byte order mark", `\ufeff${a}`],
  ])("%s gives the bytes of the trace", (_form, file) => {
    expect(slices(file)).toEqual([a]);
  });

  test.each([
    ["an array", `[${a},\n${pretty}]`],
    ["lines", `${a}\n${pretty.replaceAll("\n", " ")}\n`],
    ["CRLF lines", `${a}\r\n\r\n${pretty}\r\n`],
    ["values one after the other", a + pretty],
    ["values apart by spaces", `${a}  ${pretty}`],
    ["two arrays", `[${a}][${pretty}]`],
    ["an array and a line", `[${a}]\n${pretty}`],
    ["a reply", `{"traces":[${a},${pretty}],"meta_data":{"marker":"x"}}`],
    ["two envelopes", `{"cts":${a}}\n{"cts":${pretty}}`],
  ])("%s gives both traces", (_form, file) => {
    const found = slices(file);
    expect(found).toHaveLength(2);
    expect(`[${String(found)}]`.replaceAll(/\s/g, "")).toBe(
      `[${a},${pretty}]`.replaceAll(/\s/g, ""),
    );
  });

  test("an empty array and an empty reply hold no trace", () => {
    expect(slices("[]")).toEqual([]);
    expect(slices('{"traces":[]}')).toEqual([]);
  });

  test("a digest file is recognised, also in an array; among traces it is a value of its own", () => {
    const digest = '{"log_files":[],"digest_start_time":"x","digest_end_time":"y"}';
    expect(slices(digest)).toBe("digest");
    expect(slices(`[${digest}]`)).toBe("digest");
    expect(slices(`[${a},${digest}]`)).toEqual([a, digest]);
  });

  test("a trace that holds members named cts or traces is still that trace", () => {
    for (const file of [
      '{"trace_name":"a","cts":{"trace_name":"b"}}',
      '{"traces":[{"trace_name":"b"}],"trace_name":"a"}',
      '{"cts":"text"}',
      '{"traces":{}}',
      '{"tr\\u0061ces":[]}',
      '{"x\\"cts":{}}',
    ]) {
      expect(slices(file)).toEqual([file]);
    }
  });

  test("values that are no objects are given, to be refused alone", () => {
    expect(slices(`[${a},1,"x",null,[${a}],{}]`)).toEqual([a, "1", '"x"', "null", `[${a}]`, "{}"]);
    expect(slices(`${a}\nnull\n${a}`)).toEqual([a, "null", a]);
    expect(slices(`1\n  2  \n`)).toEqual(["1", "2"]);
  });

  test("any values come back byte for byte, in any of the forms", () => {
    const value = fc
      .dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }))
      .map((members) =>
        JSON.stringify(
          { ...members, trace_name: "x" },
          undefined,
          members["indent"] === null ? 2 : 0,
        ),
      );
    const form = fc.constantFrom(
      (all: string[]) => `[${all.join(" ,\n")}]`,
      (all: string[]) => all.join("\n"),
      (all: string[]) => all.join(""),
      (all: string[]) => `{"traces":[${all.join()}]}`,
      (all: string[]) => all.map((one) => `{"cts":${one}}`).join("\r\n"),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), form, (all, write) => {
        expect(slices(write(all))).toEqual(all);
      }),
    );
  });
});

describe("a broken file", () => {
  test.each([
    ["nothing at all", "", "the file is empty", 1, 0],
    ["only white space", " \n ", "the file is empty", 2, 3],
    ["only a byte order mark", "\ufeff", "the file is empty", 1, 3],
    ["an array cut off", `[${a},`, "the file ends inside of a value", 1, 20],
    ["an object cut off", a.slice(0, -1), "the file ends inside of a value", 1, 17],
    ["a line that is no JSON", `${a}\n${a}\nnot json\n${a}`, "not valid JSON from here on", 3, 39],
    [
      "a line cut off",
      `${a}\n{"trace_name":\n${a}`,
      "the file ends inside of a value, in the value that begins in line 2",
      3,
      52,
    ],
    ["garbage behind an object", `${a}x`, "not valid JSON from here on", 1, 18],
    ["a word behind an object", `${a} true`, "not valid JSON from here on", 1, 19],
    ["a number before an object", `5 ${a}`, "not valid JSON from here on", 1, 0],
    ["a comma between values", `${a},${a}`, "not valid JSON from here on", 1, 18],
    ["a bracket behind an array", `[${a}]]`, "not valid JSON from here on", 1, 20],
    ["a zero byte behind an object", `${a}\u0000`, "not valid JSON from here on", 1, 18],
  ])("%s is said with its line and offset", (_case, file, reason, line, offset) => {
    const split = splitValues(Buffer.from(file));
    expect(split).toEqual({ kind: "broken", reason, place: { line, offset } });
  });

  test("bytes that are not UTF-8 are said with their line", () => {
    const file = Buffer.concat([Buffer.from(`${a}\n`), Buffer.from([0x22, 0xff, 0x22])]);
    const place = { line: 2, offset: 19 };
    expect(splitValues(file)).toEqual({ kind: "broken", reason: "not valid UTF-8", place });
    expect(splitValues(Buffer.from(a, "utf16le"))).not.toMatchObject({ kind: "traces" });
  });

  test("a value nested a million levels deep is one value", () => {
    const deep = `{"trace_name":"x","deep":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}`;
    expect(slices(`[${a},${deep}]`)).toEqual([a, deep]);
  });
});

test("places are found for offsets that grow", () => {
  const find = buildPlaceFinder(Buffer.from("ab\ncd\n\nef"));
  expect([0, 2, 3, 3, 6, 7, 8].map((offset) => find(offset).line)).toEqual([1, 1, 2, 2, 3, 4, 4]);
});
