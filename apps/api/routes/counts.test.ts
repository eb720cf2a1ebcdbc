import {
  countingFacetsSchema,
  countingHistogramSchema,
  countingTotalsSchema,
  errorBodySchema,
  tracePageSchema,
} from "@trace-console/contracts/console-api";
import { maxTextLength, maxValueLength, maxValues } from "@trace-console/contracts/trace-filter";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { maxSearches, maxUrlLength } from "../limits.ts";
import { hour, noon, openTestApp, project } from "../test-app.ts";

const base = `/api/projects/${project}`;
const window = `from=${noon - 48 * hour}&to=${noon + hour}`;

/** The lines of a reply, each read with a schema. */
function linesOf<Schema extends z.ZodType>(body: string, schema: Schema): z.infer<Schema>[] {
  return body
    .trimEnd()
    .split("\n")
    .map((line) => schema.parse(JSON.parse(line)));
}

/** An app that listens, with so many traces that a search reads for a while. */
async function openWithMuch() {
  const test = await openTestApp({ hasThreads: true });
  const request = "needle in a haystack ".repeat(2_000);
  const fields = Array.from({ length: 1_500 }, (_, n) => ({ time: noon - n - 1, request }));
  await test.add(project, ...fields);
  const { ask } = await test.listen();
  return {
    ...test,
    ask: (path: string, signal: AbortSignal | null = null) => ask(`${base}/${path}`, { signal }),
  };
}

describe("totals, facets and histogram with a text", () => {
  it("answer in lines, of which the last is exact and says so", async () => {
    const { get, add } = await openTestApp();
    await add(
      project,
      { request: "with Needle", trace_name: "CreateJobV2" },
      { request: "without", trace_name: "CreateJobV2" },
      { response: "needle again", trace_name: "StopJobV2" },
    );
    const query = `${window}&text=NEEDLE&not_trace_name=StopJobV2`;
    const totals = await get(`${base}/totals?${query}`);
    expect(totals.headers["content-type"]).toBe("application/x-ndjson; charset=utf-8");
    expect(linesOf(totals.body, countingTotalsSchema).at(-1)).toEqual({
      done: true,
      share: 1,
      total: 1,
    });
    const facets = linesOf((await get(`${base}/facets?${query}`)).body, countingFacetsSchema);
    expect(facets.at(-1)?.done).toBe(true);
    expect(facets.at(-1)?.facets.trace_name).toEqual([
      { value: "CreateJobV2", count: 1 },
      { value: "StopJobV2", count: 1 },
    ]);
    const histogram = await get(`${base}/histogram?${query}&width=3600000`);
    const last = linesOf(histogram.body, countingHistogramSchema).at(-1);
    expect(last?.buckets.map((bucket) => bucket.normal)).toEqual([1]);
  });

  it("tell what is counted so far, which only grows", { timeout: 60_000 }, async () => {
    const { ask } = await openWithMuch();
    const reply = await ask(`totals?text=stack%20needle&${window}`);
    const lines = linesOf(await reply.text(), countingTotalsSchema);
    expect(lines.at(-1)).toEqual({ done: true, share: 1, total: 1_500 });
    for (const [index, line] of lines.entries()) {
      expect(line.done).toBe(index === lines.length - 1);
      expect(line.share).toBeGreaterThanOrEqual(lines[index - 1]?.share ?? 0);
      expect(line.total).toBeGreaterThanOrEqual(lines[index - 1]?.total ?? 0);
    }
  });

  it("end their search when the client leaves, and too many are sent away", async () => {
    const { ask } = await openWithMuch();
    // Found nowhere, but all its parts are: every trace is read.
    const text = `text=haystack%20needles&${window}`;
    let isSurvivorDone = false;
    const survivor = ask(`totals?${text}`).then(async (reply) => {
      await reply.text();
      isSurvivorDone = true;
      return reply.status;
    });
    const leaving = new AbortController();
    const left = Array.from({ length: maxSearches - 1 }, (_, n) =>
      ask(`${["totals", "facets", "traces"][n % 3] ?? ""}?${text}`, leaving.signal),
    );
    // In no time at all, as soon as there is room.
    const statusOf = async () => (await ask("totals?text=absent&from=1&to=2")).status;
    const often = { interval: 1, timeout: 10_000 };
    await expect.poll(statusOf, often).toBe(503);
    leaving.abort();
    await Promise.allSettled(left);
    await expect.poll(statusOf, often).toBe(200);
    // All searched alike, and the one that stayed began first: the others have not run to their end.
    expect(isSurvivorDone).toBe(false);
    expect(await survivor).toBe(200);
  });
});

describe("list, totals, facets and histogram with an address", () => {
  const [at, elsewhere] = ["10.0.0.1", "10.0.0.10"];

  it.each([
    ["any of some", `source_ip=${at}&source_ip=10.9.9.9`, ["a", "b"]],
    ["none of some", `not_source_ip=${at}`, ["c", "d"]],
    ["with a text", `source_ip=${at}&text=NEEDLE`, ["b"]],
    ["with other filters", `source_ip=${at}&trace_name=StopJobV2`, ["b"]],
    ["asked for and left out", `source_ip=${at}&not_source_ip=${at}`, []],
  ])("agree: %s", async (_, filter, expected) => {
    const { get, add } = await openTestApp();
    await add(
      project,
      { trace_id: "a", source_ip: at, trace_name: "CreateJobV2", time: noon - 1 },
      { trace_id: "b", source_ip: at, trace_name: "StopJobV2", request: "needle", time: noon - 2 },
      { trace_id: "c", source_ip: elsewhere, request: `"source_ip":"${at}"`, time: noon - 3 },
      { trace_id: "d", source_ip: undefined, time: noon - 4 },
    );
    const query = `${window}&${filter}`;
    const page = tracePageSchema.parse((await get(`${base}/traces?${query}`)).json());
    expect(page.traces.map(({ trace_id }) => trace_id)).toEqual(expected);
    const totals = await get(`${base}/totals?${query}`);
    expect(totals.headers["content-type"]).toBe("application/x-ndjson; charset=utf-8");
    expect(linesOf(totals.body, countingTotalsSchema).at(-1)?.total).toBe(expected.length);
    const facets = linesOf((await get(`${base}/facets?${query}`)).body, countingFacetsSchema);
    const rated = facets.at(-1)?.facets.trace_rating ?? [];
    expect(rated.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
    const bars = (await get(`${base}/histogram?${query}&width=3600000`)).body;
    const buckets = linesOf(bars, countingHistogramSchema).at(-1)?.buckets ?? [];
    expect(buckets.reduce((sum, { normal }) => sum + normal, 0)).toBe(expected.length);
    const lines = (await get(`${base}/export.ndjson?${query}`)).body.split("\n").slice(0, -1);
    expect(lines).toHaveLength(expected.length);
  });

  it("the wire API knows no such filter and ignores it", async () => {
    const { get, add } = await openTestApp();
    await add(project, { source_ip: elsewhere });
    const reply = await get(`/v3/${project}/traces?source_ip=${at}&from=1`);
    expect(reply.json<{ traces: unknown[] }>().traces).toHaveLength(1);
  });
});

describe("bounds of a query", () => {
  it.each([
    ["user", Array.from({ length: maxValues + 1 }, (_, n) => `user=${n}`).join("&")],
    [
      "source_ip",
      Array.from({ length: maxValues + 1 }, (_, n) => `source_ip=10.0.0.${n}`).join("&"),
    ],
    ["not_user", Array.from({ length: maxValues + 1 }, (_, n) => `not_user=${n}`).join("&")],
    ["resource_name", `resource_name=${"x".repeat(maxValueLength + 1)}`],
    ["text", `text=${"x".repeat(maxTextLength + 1)}`],
  ])("%s beyond its bound is refused and named", async (name, query) => {
    const { get } = await openTestApp();
    const reply = await get(`${base}/traces?${window}&${query}`);
    expect(reply.statusCode).toBe(400);
    expect(errorBodySchema.parse(reply.json()).error_msg).toContain(` ${name}`);
  });

  it("what just keeps the bounds is served", async () => {
    const { get } = await openTestApp();
    const users = Array.from({ length: maxValues }, (_, n) => `user=${n}`).join("&");
    const name = `resource_name=${"x".repeat(maxValueLength)}`;
    for (const query of [`${users}&${name}`, `text=${"x".repeat(maxTextLength)}`]) {
      expect((await get(`${base}/traces?${window}&${query}`)).statusCode).toBe(200);
    }
    const url = `/v3/${project}/traces?resource_id=`;
    expect((await get(url + "x".repeat(maxValueLength))).statusCode).toBe(200);
    expect((await get(url + "x".repeat(maxValueLength + 1))).statusCode).toBe(400);
  });

  it("an address that is too long is refused before anything else", async () => {
    const { app } = await openTestApp();
    const path = `${base}/traces?x=`;
    const ask = (length: number) => app.inject({ url: path.padEnd(length, "x") });
    expect((await ask(maxUrlLength)).statusCode).toBe(401);
    const reply = await ask(maxUrlLength + 1);
    expect(reply.statusCode).toBe(414);
    expect(errorBodySchema.parse(reply.json()).error_code).toBe("TC.0414");
  });
});
