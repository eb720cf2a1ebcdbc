import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Workbench, buildTraceText, parseLines, project_id } from "./cli-fixture.ts";

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.remove());

const scope = ["--region", "eu-west-101", "--project", project_id];
const ids = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => buildTraceText({ trace_id: `t${from + index}` }));

describe("verdicts", () => {
  test("a folder of all forms is stored once, and found as duplicates the second time", async () => {
    bench.put("array.json", `[${ids(0, 3).join(",\n")}]`);
    bench.put("lines.json.gz", gzipSync(ids(3, 5).join("\n")));
    bench.put("deep/reply.json", `{"traces":[${ids(5, 7).join()}],"meta_data":{"marker":"t6"}}`);
    bench.put("envelope.json", `{"cts":${ids(7, 8).join()}}`);
    bench.put("pretty.json", JSON.stringify(JSON.parse(ids(8, 9).join()), undefined, 2));
    bench.put("digest.json", '{"digest_start_time":"a","digest_end_time":"b","log_files":[]}');
    bench.put("notes.txt", "not a trace file");

    const first = await bench.importJson([...scope, bench.input]);
    expect(first.code).toBe(0);
    expect(first.summary).toMatchObject({
      accepted: 9,
      duplicate: 0,
      rejected: 0,
      broken: 0,
      digests: 1,
      files: 6,
    });
    expect(new Set(first.traces.map(({ trace_id }) => trace_id))).toEqual(
      new Set(Array.from({ length: 9 }, (_, index) => `t${index}`)),
    );
    expect(first.files.map(({ status }) => status)).toEqual([
      "imported",
      "imported",
      "digest",
      "imported",
      "imported",
      "ignored",
      "imported",
    ]);

    const second = await bench.importJson([...scope, bench.input]);
    expect(second).toMatchObject({ code: 0, summary: { accepted: 0, duplicate: 9 } });
    expect(await bench.countStored()).toBe(9);
  });

  test("a project whose management tracker is disabled takes data traces only", async () => {
    await bench.run(["project", "add", project_id, "--region", "eu-west-101"]);
    const state = bench.openTrackers();
    const project = { project_id, name: "", region: "eu-west-101" };
    state.trackers.update(project, { tracker_type: "system", status: "disabled" });
    const text = `[${buildTraceText({ trace_id: "a" })},${buildTraceText({ trace_id: "b", trace_type: "ObsSDK" })}]`;
    const { code, traces } = await bench.importJson([...scope, bench.put("a.json", text)]);
    expect(code).toBe(1);
    expect(traces.map(({ verdict }) => verdict)).toEqual(["rejected", "accepted"]);
    expect(traces[0]?.reason).toContain("CTS is disabled");
    state.trackers.update(project, { tracker_type: "system", status: "enabled" });
    state.close();
    expect(await bench.importJson([...scope, bench.put("a.json", text)])).toMatchObject({
      code: 0,
      summary: { accepted: 1, duplicate: 1 },
    });
  });

  test("original bytes and the wire form are stored", async () => {
    const text = '{ "trace_id": "a", "trace_name": "x", "time": 1718777931170, "code": 200 }';
    await bench.importJson([...scope, bench.put("a.json", `[${text}]`)]);
    const store = bench.openStore();
    expect(Buffer.from((await store.findOriginal(project_id, "a")) ?? []).toString()).toBe(text);
    expect(String((await store.find(project_id, "a"))?.wire)).toBe(
      '{"trace_id":"a","trace_name":"x","time":1718777931170,"code":"200"}',
    );
    await store.close();
  });

  test("conflict, expired, rejected and ahead are told per trace, with reason and place", async () => {
    const now = Date.now();
    const lines = [
      buildTraceText({ trace_id: "a", time: now }),
      buildTraceText({ trace_id: "a", time: now, code: "500" }),
      buildTraceText({ trace_id: "old" }),
      buildTraceText({ trace_id: "b", time: "" }),
      buildTraceText({ trace_id: "c", trace_name: "" }),
      "5",
      buildTraceText({ trace_id: "d", time: now + 3_600_000 }),
    ];
    const file = bench.put("a.json", lines.join("\n"));
    const run = await bench.importJson([...scope, file], { RETENTION_DAYS: "7" });
    const offsetOf = (line: number): number => lines.slice(0, line).join("\n").length + 1;
    expect(run.code).toBe(1);
    expect(run.traces).toEqual([
      { file, index: 0, trace_id: "a", verdict: "accepted" },
      { file, index: 1, trace_id: "a", verdict: "conflict" },
      { file, index: 2, trace_id: "old", verdict: "expired" },
      {
        file,
        index: 3,
        verdict: "rejected",
        reason: 'time cannot be read: ""',
        line: 4,
        offset: offsetOf(3),
      },
      {
        file,
        index: 4,
        verdict: "rejected",
        reason: "trace_name is missing",
        line: 5,
        offset: offsetOf(4),
      },
      {
        file,
        index: 5,
        verdict: "rejected",
        reason: "not a JSON object",
        line: 6,
        offset: offsetOf(5),
      },
      { file, index: 6, trace_id: "d", verdict: "accepted", ahead: true },
    ]);
    expect(run.summary).toMatchObject({ accepted: 2, conflict: 1, expired: 1, rejected: 3 });
  });

  test("hostile values harm only themselves", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const file = bench.put(
      "a.json",
      [
        buildTraceText({ trace_id: "a" }),
        buildTraceText({ trace_id: "deep", x: 0 }).replace(":0}", `:${deep}}`),
        buildTraceText({ trace_id: "proto" }).replace("}", ',"__proto__":{"polluted":1}}'),
        buildTraceText({ trace_id: "big" }).replace("}", ',"n":9007199254740993,"m":1e400}'),
        buildTraceText({ trace_id: "x".repeat(129) }),
        buildTraceText({ trace_id: "huge", message: "x".repeat(4 * 1024 * 1024) }),
        buildTraceText({ trace_id: "b", message: "\u0000 \ud800" }),
      ].join("\n"),
    );
    const run = await bench.importJson([...scope, file]);
    const verdicts = run.traces.map(({ verdict, reason }) => reason ?? verdict);
    expect(verdicts).toEqual([
      "accepted",
      "nested deeper than 32 levels",
      "accepted",
      "accepted",
      "trace_id is not 1 to 128 printable characters",
      "larger than 4 MiB",
      "accepted",
    ]);
    const store = bench.openStore();
    const big = await store.find(project_id, "big");
    await store.close();
    expect(String(big?.wire)).toContain('"n":9007199254740993,"m":1e400');
  });
});

describe("all or nothing per file", () => {
  test("of a broken file nothing is stored, its neighbours are", async () => {
    bench.put("1.json", ids(0, 2).join("\n"));
    const torn = bench.put("2.json", `${ids(2, 4).join("\n")}\n{"trace_name":\n`);
    const garbage = bench.put("3.json.gz", Buffer.concat([gzipSync("[]"), Buffer.from("garbage")]));
    bench.put("4.json", ids(4, 5).join("\n"));
    const run = await bench.importJson([...scope, bench.input]);
    expect(run).toMatchObject({ code: 1, summary: { accepted: 3, broken: 2, files: 4 } });
    expect(run.files.filter(({ status }) => status === "broken")).toEqual([
      {
        file: torn,
        status: "broken",
        reason: "the file ends inside of a value, in the value that begins in line 3",
        line: 4,
        offset: ids(2, 4).join("\n").length + '\n{"trace_name":\n'.length,
      },
      {
        file: garbage,
        status: "broken",
        reason: "the gzip data is damaged, or something else follows it",
      },
    ]);
    expect(await bench.countStored()).toBe(3);
  });

  test("every prefix of a packed file stores nothing, then the whole file all", async () => {
    const whole = gzipSync(ids(0, 20).join("\n"));
    for (let length = 0; length < whole.length; length++) {
      bench.put(`cut/${String(length).padStart(4, "0")}.json.gz`, whole.subarray(0, length));
    }
    const cut = await bench.importJson([...scope, bench.input]);
    expect(cut).toMatchObject({ code: 1, traces: [], summary: { broken: whole.length } });
    expect(await bench.countStored()).toBe(0);

    const run = await bench.importJson([...scope, bench.put("whole.json.gz", whole)]);
    expect(run).toMatchObject({ code: 0, summary: { accepted: 20 } });
  });
});

describe("several programs at once", () => {
  test("two imports of the same files store each trace once", async () => {
    const file = bench.put("a.json", ids(0, 2_500).join("\n"));
    const runs = await Promise.all([
      bench.importJson([...scope, file]),
      bench.importJson([...scope, file]),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    const accepted = runs.map(({ summary }) => summary?.accepted ?? 0);
    expect(accepted.reduce((sum, count) => sum + count)).toBe(2_500);
    expect(await bench.countStored()).toBe(2_500);
  });

  test("a store that is open meanwhile sees what is imported", async () => {
    const store = bench.openStore();
    expect(await store.find(project_id, "t0")).toBeUndefined();
    await bench.importJson([...scope, bench.put("a.json", ids(0, 10).join("\n"))]);
    expect(await store.find(project_id, "t0")).toMatchObject({ trace_id: "t0" });
    await store.close();
  });

  test("Ctrl-C ends it after a batch, with what it says it stored", async () => {
    const file = bench.put("a.json", ids(0, 30_000).join("\n"));
    let isSent = false;
    const run = await bench.run(["import", "--json", ...scope, file], {
      onOutput: (kill) => {
        if (!isSent) kill("SIGINT");
        isSent = true;
      },
    });
    expect(run.code).toBe(130);
    const { summary } = parseLines(run.stdout);
    expect(summary).toMatchObject({ stopped: "SIGINT", rejected: 0 });
    const accepted = summary?.accepted ?? 0;
    expect(accepted % 1_000).toBe(0);
    expect(accepted).toBeLessThan(30_000);
    expect(await bench.countStored()).toBe(accepted);
  });
});

describe("what it prints for people", () => {
  test("lines for what needs attention, then totals", async () => {
    const bad = Array.from({ length: 15 }, () => buildTraceText({ time: "soon\u001b[2J" }));
    bench.put("a.json", [...ids(0, 1), ...bad].join("\n"));
    bench.put("b.json", "[");
    bench.put("c.txt", "");
    const { code, stdout } = await bench.run(["import", ...scope, bench.input]);
    expect(code).toBe(1);
    const lines = stdout.split("\n");
    expect(lines.filter((line) => line.includes("rejected: time cannot be read"))).toHaveLength(10);
    expect(stdout).toContain("a.json: and 5 more traces like these");
    expect(stdout).toContain(
      "b.json: broken: the file ends inside of a value (line 1, byte 1); nothing of it is stored",
    );
    expect(stdout).toContain("c.txt: ignored: not .json or .json.gz");
    expect(stdout).toMatch(/^16 traces from 2 files in /m);
    expect(stdout).toMatch(/^ {2}accepted +1 /m);
    expect(stdout).toMatch(/^ {2}rejected +15 /m);
    expect(stdout).not.toContain("\u001b");
  });
});

describe("usage", () => {
  test.each([
    [[], "Say which command to run."],
    [["export"], 'There is no command "export".'],
    [["import"], "Say which files or folders to import."],
    [["import", "--verbose", "x"], "Unknown option '--verbose'"],
    [["import", "--region"], "--region"],
    [["import", "--region", "", "x"], "--region must be 1 to 128 printable characters."],
    [["import", "--project", "a\nb", "x"], "--project must be 1 to 128 printable characters."],
    [["import", "absent.json"], "absent.json: no such file or folder"],
  ])("%j is refused with what is wrong", async (args, message) => {
    const { code, stdout, stderr } = await bench.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  test("settings that cannot be used are refused", async () => {
    const file = bench.put("a.json", "[]");
    const { code, stderr } = await bench.run(["import", file], { env: { RETENTION_DAYS: "week" } });
    expect(code).toBe(2);
    expect(stderr).toContain("RETENTION_DAYS must be a whole number of days");
  });

  test("a data folder that cannot be used is named in one sentence, with what to do", async () => {
    const file = bench.put("a.json", "[]");
    const { code, stderr } = await bench.run(["import", file], { env: { DATA_DIR: file } });
    expect(code).toBe(1);
    expect(stderr).toBe(`${file} is in the way: set DATA_DIR to a folder.\n`);
  });

  test.each([[["--help"]], [["import", "--help"]], [["import", "-h", "x"]]])(
    "%j prints the usage",
    async (args) => {
      const { code, stdout } = await bench.run(args);
      expect(code).toBe(0);
      expect(stdout).toContain("Usage: npm run trace-console");
      expect(stdout).toContain("--region ID");
    },
  );
});
