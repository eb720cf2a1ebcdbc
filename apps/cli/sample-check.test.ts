import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Workbench, buildTraceText, type Run } from "./cli-fixture.ts";

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.remove());

const check = (...args: string[]): Promise<Run> => bench.run(args, { program: "sample-check.ts" });

test("files of all forms pass, each alone", async () => {
  const pretty = JSON.stringify(JSON.parse(buildTraceText({ code: 200 })), undefined, 1);
  bench.put("01.json", pretty);
  bench.put("02.json", `[${pretty},\n${buildTraceText({ trace_id: "b" })}]`);
  bench.put("03.json", `{"meta_data":{"count":1},"traces":[${pretty}]}`);
  bench.put("04.json.gz", gzipSync(`{"cts":${pretty}}`));
  bench.put("05.json", '{"digest_start_time":"a","digest_end_time":"b","log_files":[]}');
  const { code, stdout } = await check(bench.input);
  expect(stdout.trimEnd().split("\n")).toEqual([
    "ok   01.json: 1 accepted",
    "ok   02.json: 2 accepted",
    "ok   03.json: 1 accepted",
    "ok   04.json.gz: 1 accepted",
    "ok   05.json: a digest file",
    "5 passed, 0 failed",
  ]);
  expect(code).toBe(0);
});

test("a file with anything but accepted traces fails", async () => {
  bench.put("a.json", `${buildTraceText()}\n${buildTraceText()}`);
  bench.put("b.json", buildTraceText({ time: "" }));
  bench.put("c.json", "[");
  bench.put("d.json", "[]");
  bench.put("e.json", buildTraceText());
  const { code, stdout } = await check(bench.input);
  expect(stdout.trimEnd().split("\n")).toEqual([
    "FAIL a.json: trace 2: duplicate ",
    'FAIL b.json: trace 1: rejected time cannot be read: ""',
    "FAIL c.json: the file ends inside of a value",
    "FAIL d.json: it holds no trace",
    "ok   e.json: 1 accepted",
    "1 passed, 4 failed",
  ]);
  expect(code).toBe(1);
});

test("without a folder, or without files in it, it says so", async () => {
  bench.put("notes.txt", "");
  for (const [args, message] of [
    [[], "Usage: npm run test:samples -- FOLDER"],
    [["absent"], "absent is no folder."],
    [[bench.input], "There is no .json or .json.gz file below"],
  ] as const) {
    const { code, stderr } = await check(...args);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  }
});
