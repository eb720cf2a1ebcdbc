import { expect, test } from "vitest";
import { copyOfValue, pathOf } from "./line-texts.ts";
import { readLines } from "./read-lines.ts";

const nodes = [{ id: "node-1", n: 12 }];
const request = JSON.stringify({ spec: { nodes }, labels: { "app.io/name": "x", 任务: [] } });
const lines = readLines(JSON.stringify({ request, code: "200", time: 1 }), true);

/** The line that holds a text. */
function lineWith(text: string): number {
  return lines.findIndex((line) => line.text.includes(text));
}

test("a path leads through keys and places, and through strings that hold JSON", () => {
  expect(pathOf(lines, lineWith("node-1"))).toBe("request.spec.nodes[0].id");
  expect(pathOf(lines, lineWith("app.io"))).toBe('request.labels["app.io/name"]');
  expect(pathOf(lines, lineWith("任务"))).toBe("request.labels.任务");
  expect(pathOf(lines, lineWith("code"))).toBe("code");
  expect(pathOf(lines, 0)).toBe("");
});

test("a key is never cut, and hides nothing", () => {
  const key = `${"k".repeat(300)}\u202E`;
  const own = readLines(JSON.stringify({ [key]: 1, "a-b": 2, "1": 3 }), false);
  expect(own.map((_, index) => pathOf(own, index))).toEqual([
    "",
    '["1"]',
    String.raw`["${"k".repeat(300)}\u202e"]`,
    '["a-b"]',
    "",
  ]);
});

test("a string is copied as what it says, anything else as JSON", () => {
  expect(copyOfValue(lines, lineWith("node-1"))).toBe("node-1");
  expect(copyOfValue(lines, lineWith('"n"'))).toBe("12");
  expect(copyOfValue(lines, lineWith('"nodes"'))).toBe(JSON.stringify(nodes, null, 4));
  const odd = readLines(String.raw`{"a":"say \"hi\"\n","b":9007199254740993,"c":""}`, false);
  expect([1, 2, 3].map((index) => copyOfValue(odd, index))).toEqual([
    'say "hi"\n',
    "9007199254740993",
    "",
  ]);
});

test("what was unfolded is copied as the string that it is", () => {
  expect(copyOfValue(lines, 1)).toBe(request);
  expect(copyOfValue(lines, 0)).toBe(JSON.stringify({ request, code: "200", time: 1 }, null, 4));
});
