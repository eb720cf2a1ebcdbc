import type { Trace } from "@trace-console/contracts/trace";
import { describe, expect, test } from "vitest";
import { formatPath } from "../text-search/hit-path.ts";
import { compareJson } from "./compare-json.ts";
import { diffTraces } from "./diff-traces.ts";

const bare: Trace = { trace_id: "t-1", trace_name: "UpdateJobV2", time: 1 };

/** The differences in words: "changed request.a: 1 → 2". */
function told(before: unknown, after: unknown): string[] {
  return compareJson(before, after).map(({ kind, path, ...values }) => {
    const [old, now] = [values.before, values.after].map((value) => JSON.stringify(value));
    return `${kind} ${formatPath(path)}: ${old} → ${now}`;
  });
}

const requests = (before: unknown, after: unknown) =>
  told({ request: JSON.stringify(before) }, { request: JSON.stringify(after) });

describe("two traces", () => {
  test("that are equal differ nowhere", () => {
    expect(diffTraces(bare, { ...bare })).toEqual({ differences: [], incidental: [] });
  });

  test("differ in the order of the dialog, what always differs last", () => {
    const user = { name: "li.wei" };
    const before = { ...bare, request_id: "a", code: "200", user, odd: 1 };
    const after = { ...bare, trace_id: "t-2", time: 2, request_id: "b", code: "400", request: "x" };
    const { differences, incidental } = diffTraces(before, after);
    expect(differences.map(({ kind, path }) => [kind, ...path])).toEqual([
      ["added", "request"],
      ["changed", "code"],
      ["removed", "user"],
      ["removed", "odd"],
    ]);
    expect(incidental.map(({ path }) => path)).toEqual([["trace_id"], ["time"], ["request_id"]]);
  });
});

describe("JSON within a text", () => {
  test("is compared by its paths", () => {
    const spec = { flavor: "cpu", nodes: [{ id: 1 }, { id: 2 }] };
    expect(requests({ spec }, { spec: { ...spec, flavor: "gpu" } })).toEqual([
      'changed request.spec.flavor: "cpu" → "gpu"',
    ]);
    expect(requests({ spec }, { spec: { ...spec, nodes: [{ id: 1 }, { id: 3 }] } })).toEqual([
      "changed request.spec.nodes[1].id: 2 → 3",
    ]);
    expect(requests({ body: '{"a":[1]}' }, { body: '{ "a": [2] }' })).toEqual([
      "changed request.body.a[0]: 1 → 2",
    ]);
  });

  test("is the same whatever its white space and the order of its keys", () => {
    expect(told({ request: '{"a":1,"b":[]}' }, { request: '{ "b": [ ], "a": 1.0 }' })).toEqual([]);
  });

  test("is a text where only one side holds any, or where it cannot be read", () => {
    expect(told({ request: "" }, { request: "{}" })).toEqual(['changed request: "" → "{}"']);
    expect(told({ request: '{"a":1}' }, { request: '{"a":1' })).toHaveLength(1);
    const deep = (inner: string) => "[".repeat(100) + inner + "]".repeat(100);
    expect(told({ request: deep("1") }, { request: deep("2") })).toHaveLength(1);
  });

  test("keeps numbers that a double would round", () => {
    const [before, after] = ['{"id":9007199254740993}', '{"id":9007199254740992}'];
    expect(told({ request: before }, { request: after })).toEqual([
      "changed request.id: 9007199254740993 → 9007199254740992",
    ]);
    expect(told({ request: '{"id":1e400}' }, { request: '{"id":10e399}' })).toEqual([]);
  });
});

describe("objects and lists", () => {
  test("what was added or removed as a whole is told once", () => {
    expect(requests({ a: { b: 1, c: 2 } }, { d: [1, 2] })).toEqual([
      'removed request.a: {"b":1,"c":2} → undefined',
      "added request.d: undefined → [1,2]",
    ]);
  });

  test("values of another type are changed", () => {
    expect(requests({ a: { b: 1 } }, { a: [1] })).toEqual(['changed request.a: {"b":1} → [1]']);
    expect(requests({ a: null }, { a: {} })).toEqual(["changed request.a: null → {}"]);
    expect(requests({ a: 1 }, { a: "1" })).toEqual(['changed request.a: 1 → "1"']);
  });

  test("an item that is put in or taken out moves nothing else", () => {
    const tags = ["a", "b", "c", "d"].map((key) => ({ key }));
    expect(requests(tags, tags.slice(1))).toEqual(['removed request[0]: {"key":"a"} → undefined']);
    expect(requests(tags, tags.slice(0, 2))).toEqual([
      'removed request[2]: {"key":"c"} → undefined',
      'removed request[3]: {"key":"d"} → undefined',
    ]);
    expect(requests(["a", "d"], ["a", "b", "c", "d"])).toEqual([
      'added request[1]: undefined → "b"',
      'added request[2]: undefined → "c"',
    ]);
    expect(requests([1, 1], [1, 1, 1])).toEqual(["added request[2]: undefined → 1"]);
  });

  test("a key is a key, whatever it is called", () => {
    const hostile = '{"__proto__":{"a":1},"constructor":1}';
    expect(told({ request: hostile }, { request: "{}" })).toEqual([
      'removed request.__proto__: {"a":1} → undefined',
      "removed request.constructor: 1 → undefined",
    ]);
    expect(told({ request: "{}" }, { request: '{"toString":1}' })).toEqual([
      "added request.toString: undefined → 1",
    ]);
  });
});
