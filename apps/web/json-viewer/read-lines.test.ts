import type { Trace } from "@trace-console/contracts/trace";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatTraceForDialog, traceForDialog } from "../trace-list/trace-json.ts";
import { escapeUnseen } from "../ui/unseen-characters.ts";
import { copyOfValue } from "./line-texts.ts";
import { readLines } from "./read-lines.ts";
import { rowsOf } from "./rows.ts";

const textsOf = (json: string, unfold: boolean) => readLines(json, unfold).map(({ text }) => text);

const word = fc.string({ unit: "binary", maxLength: 8 });
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  word,
  fc.dictionary(word, fc.oneof(word, fc.jsonValue({ maxDepth: 2 }))),
);
const asText = value.map((inner) => JSON.stringify(inner));
const text = fc.oneof(
  word,
  asText,
  fc.array(asText).map((inner) => JSON.stringify(inner)),
);

const traces: fc.Arbitrary<Trace> = fc.record({
  trace_id: word,
  trace_name: word,
  time: fc.nat(),
  record_time: fc.nat(),
  request: text,
  message: text,
  user: fc.record({ name: word, invoked_by: fc.array(text, { maxLength: 3 }) }),
  zone_of_future: value,
});

describe("as on the wire", () => {
  test("the lines are those of indented JSON", () => {
    fc.assert(
      fc.property(fc.oneof(value, text), (one) => {
        expect(textsOf(JSON.stringify(one), false).join("\n")).toBe(JSON.stringify(one, null, 4));
      }),
      { numRuns: 500 },
    );
  });

  test("the lines of a trace are the text of its dialog", () => {
    const formatTime = (ms: number) => `at ${ms}`;
    fc.assert(
      fc.property(traces, (trace) => {
        const lines = readLines(JSON.stringify(traceForDialog(trace, formatTime)), false);
        const shown = lines.map((line) => escapeUnseen(line.text)).join("\n");
        expect(shown).toBe(formatTraceForDialog(trace, formatTime));
      }),
      { numRuns: 500 },
    );
  });

  test("each line knows where it stands", () => {
    const lines = readLines('{"a":{"b":[1,{}]},"c":null}', false);
    expect(
      lines.map(({ kind, parent, place, depth, end, size }) => [
        kind,
        [parent, place, depth, end, size],
      ]),
    ).toEqual([
      ["open", [-1, 0, 0, 8, 2]],
      ["open", [0, 0, 1, 6, 1]],
      ["open", [1, 0, 2, 5, 2]],
      ["value", [2, 0, 3, 3, 0]],
      ["value", [2, 1, 3, 4, 0]],
      ["close", [1, 0, 2, 5, 0]],
      ["close", [0, 0, 1, 6, 0]],
      ["value", [0, 1, 1, 7, 0]],
      ["close", [-1, 0, 0, 8, 0]],
    ]);
  });
});

describe("unfolded", () => {
  const unfold = (held: unknown) => textsOf(JSON.stringify({ request: held }), true);

  test("a string that holds JSON becomes the lines of that, at any depth", () => {
    const request = JSON.stringify({ spec: { nodes: [] }, body: JSON.stringify(["x"]) });
    expect(unfold(request)).toEqual([
      "{",
      '    "request": {',
      '        "spec": {',
      '            "nodes": []',
      "        },",
      '        "body": [',
      '            "x"',
      "        ]",
      "    }",
      "}",
    ]);
    const held = readLines(JSON.stringify({ request }), true).map(({ unfolded }) => unfolded);
    expect(held[1]).toBe(request);
    expect(held[5]).toBe('["x"]');
    expect(held.filter((string) => string !== null)).toHaveLength(2);
    expect(unfold(" [] ")).toEqual(["{", '    "request": []', "}"]);
  });

  test("numbers keep their digits, members their order and number", () => {
    expect(unfold('{"b":12345678901234567890,"2":1.0,"1":1e400,"b":-0}')).toEqual([
      "{",
      '    "request": {',
      '        "b": 12345678901234567890,',
      '        "2": 1.0,',
      '        "1": 1e400,',
      '        "b": -0',
      "    }",
      "}",
    ]);
  });

  test("escapes that nobody needs are resolved, the others stay", () => {
    const [, , line] = unfold(String.raw`{"\u4e2d":"a\/b \"\u6587\" \\u0041"}`);
    expect(line).toBe(String.raw`        "中": "a/b \"文\" \\u0041"`);
  });

  test.each(["", "x", "12", "null", '"{}"', "{resnet} is missing", '{"a":1', "[1,]"])(
    "%j stays a string",
    (held) => {
      expect(unfold(held)[1]).toBe(`    "request": ${JSON.stringify(held)}`);
    },
  );

  test("what nests too deep stays a string", () => {
    const nested = (depth: number) => `${"[".repeat(depth)}1${"]".repeat(depth)}`;
    expect(unfold(nested(60))).toHaveLength(2 + 121);
    for (const depth of [70, 100_000]) {
      expect(unfold(nested(depth))).toEqual(["{", `    "request": "${nested(depth)}"`, "}"]);
    }
    const lines = readLines(JSON.stringify({ a: [nested(70), "[2]"] }), true);
    expect(lines.map(({ parent }) => parent)).toEqual([-1, 0, 1, 1, 3, 1, 0, -1]);
  });

  test("the JSON within comes back as it was", () => {
    fc.assert(
      fc.property(traces, (trace) => {
        const json = JSON.stringify(trace);
        const copied: unknown = JSON.parse(copyOfValue(readLines(json, true), 0));
        expect(JSON.stringify(copied)).toBe(json);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([false, true])("2 MB become rows in well under 100 ms, unfolded: %s", (unfold) => {
  const files = Array.from(
    { length: 50_000 },
    (_, index) => `peking/${String(index).padStart(26, "0")}.jpg`,
  );
  const trace = { trace_id: "t-1", request: JSON.stringify({ files }), code: "200" };
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    const rows = rowsOf(readLines(JSON.stringify(trace), unfold), new Set());
    expect(rows.length).toBeGreaterThan(unfold ? 50_000 : 1000);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(80);
});
