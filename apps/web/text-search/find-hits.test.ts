import type { Trace } from "@trace-console/contracts/trace";
import { describe, expect, test } from "vitest";
import { findHits } from "./find-hits.ts";

const bare: Trace = { trace_id: "t-1", trace_name: "StopJobV2", time: 1 };
const hitsOf = (fields: Partial<Trace>, text: string) => findHits({ ...bare, ...fields }, text);
const pathsOf = (fields: Partial<Trace>, text: string) =>
  hitsOf(fields, text).map(({ path }) => path);

test("a hit names its field, and shows the text as it is written, whatever the case", () => {
  expect(hitsOf({}, "JOB")).toEqual([
    { path: "trace_name", before: "Stop", hit: "Job", after: "V2" },
  ]);
  const user = { name: "li.wei", invoked_by: ["service.console", "service.OBS"] };
  expect(pathsOf({ user }, "LI.WEI")).toEqual(["user.name"]);
  expect(pathsOf({ user }, "obs")).toEqual(["user.invoked_by[1]"]);
  expect(pathsOf({ zone_of_future: [[{ a: "x" }]] }, "X")).toEqual(["zone_of_future[0][0].a"]);
});

test("keys and numbers of the trace are no texts, and nothing is found nowhere", () => {
  expect(hitsOf({ total_time: 4711 }, "4711")).toEqual([]);
  expect(hitsOf({}, "trace_name")).toEqual([]);
  expect(hitsOf({}, "")).toEqual([]);
});

describe("a text that is JSON", () => {
  const nodes = [{ id: "a" }, { id: "node-Resnet-50", n: 7 }];
  const response = JSON.stringify({ spec: { nodes } });

  test("is told apart into the texts within it", () => {
    expect(hitsOf({ response }, "resnet")).toEqual([
      { path: "response.spec.nodes[1].id", before: "node-", hit: "Resnet", after: "-50" },
    ]);
    expect(pathsOf({ response: JSON.stringify([["b"], ["resnet"]], null, 2) }, "resnet")).toEqual([
      "response[1][0]",
    ]);
    const body = JSON.stringify({ files: ["x", "resnet"] });
    expect(pathsOf({ request: JSON.stringify({ body, n: "resnet" }) }, "resnet")).toEqual([
      "request.body.files[1]",
      "request.n",
    ]);
  });

  test("is shown as it is written where the hit is of a key, a number or several values", () => {
    expect(hitsOf({ response }, '"NODES":[')).toEqual([
      { path: "response", before: '{"spec":{', hit: '"nodes":[', after: '{"id":"a"},{"id":"no…' },
    ]);
    expect(pathsOf({ response }, "nodes")).toEqual(["response"]);
    expect(pathsOf({ response }, "7}]")).toEqual(["response"]);
    expect(pathsOf({ response }, '50"')).toEqual(["response"]);
    expect(pathsOf({ request: '{"job":"job-1","of":["job-2"]}' }, "job")).toEqual([
      "request.job",
      "request.of[0]",
      "request",
    ]);
  });

  test("is searched as it is written, and shown as it is meant", () => {
    const request = String.raw`{"log": "say \"hi\"\nRESNET \u4e2d文", "path": "C:\\new"}`;
    expect(hitsOf({ request }, "resnet")).toEqual([
      { path: "request.log", before: 'say "hi"↵', hit: "RESNET", after: " 中文" },
    ]);
    expect(pathsOf({ request }, "文")).toEqual(["request.log"]);
    // The server compares the characters of the request itself.
    expect(pathsOf({ request }, "中")).toEqual([]);
    expect(pathsOf({ request }, '"hi"')).toEqual([]);
    expect(pathsOf({ request }, String.raw`\u4E2D`)).toEqual(["request"]);
    // Half an escape.
    expect(pathsOf({ request }, "nResnet")).toEqual(["request"]);
    expect(pathsOf({ request }, "new")).toEqual(["request.path"]);
  });

  test("has ways with keys of any kind", () => {
    const long = "k".repeat(99);
    const request = JSON.stringify({ "app.io/name": { "": ["resnet"] }, [long]: "resnet" });
    expect(pathsOf({ request }, "resnet")).toEqual([
      'request["app.io/name"][""][0]',
      `request["${"k".repeat(40)}…"]`,
    ]);
    expect(pathsOf({ request: '{"a\\u202eb":"x","任务-1":"x"}' }, "x")).toEqual([
      String.raw`request["a\u202eb"]`,
      "request.任务-1",
    ]);
  });

  test("may be deep or broken", () => {
    const deep = `${"[".repeat(100_000)}"resnet"${"]".repeat(100_000)}`;
    expect(pathsOf({ request: deep }, "resnet")).toEqual(["request"]);
    for (const request of ["{resnet} is missing", '{"a":"resnet"', '["resnet",]', '"resnet"']) {
      expect(pathsOf({ request }, "resnet")).toEqual(["request"]);
    }
  });
});

test("the fields come in the order of View Trace, no more than are asked for", () => {
  const [message, request] = ["resnet", '["resnet","resnet","resnet resnet"]'];
  expect(pathsOf({ message, request }, "resnet")).toEqual([
    "request[0]",
    "request[1]",
    "request[2]",
  ]);
  const all = findHits({ ...bare, message, request }, "resnet", 10);
  expect(all.map(({ path }) => path).at(-1)).toBe("message");
  expect(all).toHaveLength(4);
});

test("a long text is cut around its hit, on one line and never through a character", () => {
  const message = `${"a".repeat(50)}\r\n\tresnet\n${"z".repeat(50)}`;
  expect(hitsOf({ message }, "resnet")).toEqual([
    {
      path: "message",
      before: `…${"a".repeat(17)}↵ `,
      hit: "resnet",
      after: `↵${"z".repeat(19)}…`,
    },
  ]);
  const [hit] = hitsOf({ message: `${"😀".repeat(30)}+x+${"😀".repeat(30)}` }, "X");
  expect(hit).toEqual({
    path: "message",
    before: `…${"😀".repeat(9)}+`,
    hit: "x",
    after: `+${"😀".repeat(9)}…`,
  });
});

test.each([
  ["缺陷检测 训练作业（第 7 版）", "训练作业", "训练作业"],
  ["СТОП", "стоп", "СТОП"],
  ["273 \u212A", "k", "\u212A"],
  ["\u0130STANBUL", "\u0130stanbul", "I\u0307STANBUL"],
  ["\u0130STANBUL", "i", "I\u0307"],
  ["ab\u0130cd", "C", "c"],
  ["ΟΔΟΣ", "οδος", "ΟΔΟΣ"],
  ["ΟΔΟΣ", "Σ", "Σ"],
  ["ΟΔΟΣ\nΣ", "\nσ", "↵Σ"],
])("in %j, %j finds %j", (message, text, hit) => {
  expect(hitsOf({ message }, text).map((found) => found.hit)).toEqual([hit]);
  const within = hitsOf({ request: JSON.stringify({ a: message }) }, text.replace("\n", ""));
  expect(within.map(({ path }) => path)).toEqual(["request.a"]);
});

describe("2 MB are searched in less than 50 ms", () => {
  const files = Array.from({ length: 25_000 }, (_, index) => `peking/${index}`.padEnd(37, "x"));
  const request = JSON.stringify({ files });
  const trace: Trace = { ...bare, request, response: JSON.stringify({ body: request }) };
  test.each([
    ["absent text", 0],
    ["PEKING/24999x", 2],
    ["peking", 3],
    ["files", 2],
    // At each of the files, and never within one.
    ['"peking/', 2],
  ])("%s", (text, count) => {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      expect(findHits(trace, text)).toHaveLength(count);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});
