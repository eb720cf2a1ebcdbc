import {
  conflictsSchema,
  errorBodySchema,
  facetsSchema,
  histogramSchema,
  regionsSchema,
  tracePageSchema,
} from "@trace-console/contracts/console-api";
import { attackStrings } from "@trace-console/trace-samples/attack-strings";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { foreignProject, hour, noon, openTestApp, otherProject, project } from "../test-app.ts";

const base = `/api/projects/${project}`;
const window = `from=${noon - 48 * hour}&to=${noon + hour}`;

describe("/api/projects/{project_id}", () => {
  it("the list takes several operators and several values of a filter", async () => {
    const { get, add } = await openTestApp();
    await add(
      project,
      { trace_id: "a", user: { name: "li.wei" }, trace_rating: "normal" },
      { trace_id: "b", user: { name: "zhang" }, trace_rating: "warning" },
      { trace_id: "c", user: { name: "wang" }, trace_rating: "warning" },
      { trace_id: "d", user: undefined },
    );
    const list = async (query: string) =>
      tracePageSchema.parse((await get(`${base}/traces?${window}&${query}`)).json());
    const ids = async (query: string) =>
      (await list(query)).traces.map((trace) => trace.trace_id).toSorted();
    expect(await ids("user=li.wei&user=zhang")).toEqual(["a", "b"]);
    expect(await ids("user=li.wei&user=zhang&trace_rating=warning")).toEqual(["b"]);
    expect(await ids("trace_rating=warning&trace_rating=normal")).toContain("a");
    const page = await list("limit=2");
    expect(page.next).toBe(page.traces[1]?.trace_id);
    expect((await list(`limit=2&next=${page.next}`)).next).toBeNull();
  });

  it("totals and facets count what the list shows; a facet leaves its own filter out", async () => {
    const { get, add } = await openTestApp();
    await add(
      project,
      { trace_name: "CreateJobV2", user: { name: "li.wei" } },
      { trace_name: "CreateJobV2", user: { name: "zhang" } },
      { trace_name: "StopJobV2", user: { name: "li.wei" } },
    );
    const query = `${window}&trace_name=CreateJobV2`;
    expect((await get(`${base}/totals?${query}`)).json()).toEqual({ total: 2 });
    const { facets } = facetsSchema.parse((await get(`${base}/facets?${query}`)).json());
    expect(facets.trace_name).toEqual([
      { value: "CreateJobV2", count: 2 },
      { value: "StopJobV2", count: 1 },
    ]);
    expect(facets.user).toEqual([
      { value: "li.wei", count: 1 },
      { value: "zhang", count: 1 },
    ]);
  });

  it("the histogram counts by status in buckets that start at multiples of the width", async () => {
    const { get, add } = await openTestApp();
    const at = noon - hour;
    await add(
      project,
      { time: at, trace_rating: "normal" },
      { time: at + 299_999, trace_rating: "warning" },
      { time: at + 300_000, trace_rating: "incident" },
      { time: at + 300_001, trace_rating: "odd" },
      { time: at + 300_002, trace_rating: "normal", trace_type: "ObsSDK" },
    );
    const url = `${base}/histogram?from=${at + 1}&to=${noon}&width=300000`;
    expect(histogramSchema.parse((await get(url)).json())).toEqual({
      width: 300_000,
      buckets: [
        { from: at, normal: 0, warning: 1, incident: 0, other: 0 },
        { from: at + 300_000, normal: 0, warning: 0, incident: 1, other: 1 },
      ],
    });
    for (const width of ["", "0", "61000", "x", "60000.5"]) {
      const reply = await get(`${base}/histogram?${window}&width=${width}`);
      expect([width, reply.statusCode]).toEqual([width, 400]);
    }
    expect((await get(`${base}/histogram?from=0&to=${noon}&width=60000`)).statusCode).toBe(400);
  });

  it("a trace and its original bytes are served; foreign and absent ones answer the same", async () => {
    const { get, add, store } = await openTestApp();
    const [trace] = await add(project, { trace_id: "a/b?c %2f..ü" });
    await add(otherProject, { trace_id: "theirs" });
    await add(foreignProject, { trace_id: "theirs" });
    const url = `${base}/traces/${encodeURIComponent("a/b?c %2f..ü")}`;
    expect((await get(url)).json()).toEqual(trace);
    const original = '{ "trace_name" : "x" }';
    await store.append(project, [
      {
        trace: { trace_id: "o", trace_name: "x", time: noon },
        wire: "{}",
        original: Buffer.from(original),
      },
    ]);
    expect((await get(`${base}/traces/o/original`)).body).toBe(original);
    expect((await get(`${url}/original`)).body).toBe(JSON.stringify(trace));
    const absent = await get(`${base}/traces/none`);
    expect(absent.statusCode).toBe(404);
    for (const other of [
      `${base}/traces/theirs`,
      `${base}/traces/none/original`,
      `${base}/traces/theirs/original`,
      `${base}/traces/none/conflicts`,
      `${base}/traces/theirs/conflicts`,
      `/api/projects/${foreignProject}/traces/theirs/conflicts`,
      `/api/projects/${foreignProject}/traces/theirs`,
      `/api/projects/${foreignProject}/traces/theirs/original`,
      "/api/projects/none/traces/theirs",
    ]) {
      const reply = await get(other);
      expect([other, reply.statusCode, reply.body]).toEqual([other, 404, absent.body]);
    }
  });

  it("the other contents of a trace are told with it", async () => {
    const { get, add, store, time } = await openTestApp();
    const [trace] = await add(project, { trace_id: "a", code: "200" });
    const url = `${base}/traces/a/conflicts`;
    expect((await get(url)).json()).toEqual({ total: 0, conflicts: [] });
    const other = buildTrace({ ...trace, trace_id: "a", code: "500" });
    time.now += 1;
    const record = { trace: other, wire: JSON.stringify(other), original: undefined };
    await store.append(project, [record]);
    expect(conflictsSchema.parse((await get(url)).json())).toEqual({
      total: 1,
      conflicts: [{ received: noon + 1, trace: other }],
    });
    expect((await get(`${base}/traces/a`)).json()).toEqual(trace);
  });

  it("a query that does not fit is refused and the parameter named", async () => {
    const { get } = await openTestApp();
    for (const [name, query] of [
      ["from", "to=1"],
      ["to", `from=1&to=x`],
      ["trace_type", `${window}&trace_type=all`],
      ["trace_rating", `${window}&trace_rating=bad`],
      ["limit", `${window}&limit=500`],
      ["next", `${window}&next=none`],
    ] as const) {
      const reply = await get(`${base}/traces?${query}`);
      expect([query, reply.statusCode]).toEqual([query, 400]);
      expect(errorBodySchema.parse(reply.json()).error_msg).toContain(name);
    }
  });

  it("regions name the caller's projects and how many traces they hold", async () => {
    const { get, add } = await openTestApp();
    await add(project, {}, { trace_type: "ObsSDK" });
    await add(foreignProject, {});
    const { regions } = regionsSchema.parse((await get("/api/regions")).json());
    const held = regions.flatMap((region) =>
      region.projects.map((one) => [region.id, one.project_id, one.traces]),
    );
    expect(held).toEqual([
      ["cn-north-4", project, 2],
      ["ap-southeast-3", otherProject, 0],
    ]);
    expect(regions.length).toBeGreaterThan(20);
  });

  it("a trace ahead of the clock is marked in the list", async () => {
    const { get, add } = await openTestApp();
    await add(project, { trace_id: "a" }, { trace_id: "ahead", time: noon + hour / 2 });
    const page = tracePageSchema.parse((await get(`${base}/traces?${window}`)).json());
    expect(page.ahead).toEqual(["ahead"]);
  });
});

describe("export.ndjson", () => {
  it("holds each trace of the query as its wire JSON, past every page size", async () => {
    const { get, add } = await openTestApp();
    const traces = await add(
      project,
      ...Array.from({ length: 1_100 }, (_, n) => ({ time: noon - n - 1, resource_name: "a\nb" })),
    );
    const reply = await get(`${base}/export.ndjson?${window}`);
    expect(reply.headers["content-type"]).toBe("application/x-ndjson; charset=utf-8");
    expect(reply.body).toBe(traces.map((trace) => `${JSON.stringify(trace)}\n`).join(""));
    expect((await get(`${base}/export.ndjson?${window}&user=nobody`)).body).toBe("");
  });
});

describe("export.csv", () => {
  it("holds the whole query result, newest first, past every page size", async () => {
    const { get, add } = await openTestApp();
    const many = Array.from({ length: 1_234 }, (_, n) => ({
      trace_id: `t${n}`,
      time: noon - n - 1,
      trace_name: n % 2 ? "odd" : "even",
    }));
    await add(project, ...many);
    const reply = await get(`${base}/export.csv?${window}&trace_name=odd`);
    expect(reply.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(reply.headers["content-disposition"]).toMatch(
      /^attachment; filename="traces-[-\w]+\.csv"$/,
    );
    const rows: Record<string, string>[] = parse(reply.body, { bom: true, columns: true });
    expect(rows.map((row) => row["trace_id"])).toEqual(
      many.filter((one) => one.trace_name === "odd").map((one) => one.trace_id),
    );
    expect(rows[0]?.["time"]).toBe(new Date(noon - 2).toISOString());
  });

  it("no cell starts as a formula, and every value is found behind its apostrophe", async () => {
    const { get, add } = await openTestApp();
    const hostile = [
      ...attackStrings,
      "=1+1",
      "+1",
      "-1",
      "@x",
      "\tx",
      "\rx",
      "\nx",
      "\0x",
      "＝1",
      '";=1',
      ",=1",
    ];
    await add(project, ...hostile.map((resource_name) => ({ resource_name })));
    const { body } = await get(`${base}/export.csv?${window}`);
    const rows: Record<string, string>[] = parse(body, { bom: true, columns: true });
    for (const row of rows) {
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
    }
    const names = new Set(rows.map((row) => row["resource_name"]));
    for (const text of hostile) {
      const sent = text.toWellFormed();
      expect(names).toContain(/^[=+\-@\t\r\n\0＝＋－＠]/.test(sent) ? `'${sent}` : sent);
    }
  });
});
