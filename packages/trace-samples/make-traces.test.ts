import { createHash } from "node:crypto";
import { demoProjects } from "@trace-console/contracts/demo";
import { modelArtsService, guideOperations } from "@trace-console/contracts/modelarts-operations";
import { isOpaqueId } from "@trace-console/contracts/ids";
import { traceKind, traceSchema } from "@trace-console/contracts/trace";
import { expect, test } from "vitest";
import { type SampleTrace, makeTraces } from "./make-traces.ts";
import { readTraceIdTime } from "./trace-id.ts";

const hour = 3_600_000;
const day = 24 * hour;
const sundayNight = Date.UTC(2026, 10, 22, 3, 17, 42, 123);

function make(seed: number, count: number, end = sundayNight): SampleTrace[] {
  return [...makeTraces({ seed, count, end, projects: demoProjects })];
}

function digest(samples: readonly SampleTrace[]): string {
  const hash = createHash("sha256");
  for (const { trace } of samples) hash.update(JSON.stringify(trace));
  return hash.digest("hex");
}

test("the same options give the same bytes, another seed gives others", () => {
  const first = digest(make(1, 1000));
  expect(digest(make(1, 1000))).toBe(first);
  expect(digest(make(2, 1000))).not.toBe(first);
});

test("exactly as many traces as asked for are made, also few", () => {
  for (const count of [0, 1, 7, 100, 2503]) expect(make(3, count)).toHaveLength(count);
});

test("a window of less than a day is kept too, and one of less than an hour refused", () => {
  const options = { seed: 3, count: 3000, end: sundayNight, projects: demoProjects };
  const samples = [...makeTraces({ ...options, days: 0.1 })];
  expect(samples).toHaveLength(3000);
  const times = samples.map(({ trace }) => trace.time);
  expect(Math.min(...times)).toBeGreaterThan(sundayNight - day / 10);
  expect(Math.max(...times)).toBeLessThan(sundayNight);
  expect(() => makeTraces({ ...options, days: 0.01 }).next()).toThrow(RangeError);
});

// Sunday night and a working noon, a year end and a leap day: the guarantees never rest on the hour.
test.each([
  [1, sundayNight],
  [2, Date.UTC(2026, 10, 24, 4)],
  [3, Date.UTC(2027, 0, 1, 0, 0, 0, 1)],
  [4, Date.UTC(2028, 1, 29, 19, 30)],
  [5, Date.UTC(2026, 5, 6, 23, 59, 59, 999)],
])("20,000 traces of seed %i hold what the demo promises", (seed, end) => {
  const samples = make(seed, 20_000, end);
  expect(new Set(samples.map(({ trace }) => trace.trace_id)).size).toBe(20_000);
  for (const { trace } of samples) {
    expect(trace.time > end - 7 * day && trace.time < end).toBe(true);
    expect(trace.record_time).toBeGreaterThanOrEqual(trace.time);
    expect(trace.record_time).toBeLessThan(end);
  }
  for (const [index, project] of demoProjects.entries()) {
    const here = samples
      .filter((sample) => sample.project.project_id === project.project_id)
      .map(({ trace }) => trace);
    expect(here.every((trace) => trace.project_id === project.project_id)).toBe(true);
    const modelArts = here.filter((trace) => trace.service_type === modelArtsService);
    expect(modelArts.length).toBeGreaterThanOrEqual(index === 0 ? 5000 : 1000);
    const lastDay = modelArts.filter((trace) => trace.time > end - day);
    for (const { resource_type, trace_name } of guideOperations) {
      const found = lastDay.some(
        (trace) => trace.trace_name === trace_name && trace.resource_type === resource_type,
      );
      expect(found, `${trace_name} in ${project.region}`).toBe(true);
    }
    const lastHour = modelArts.filter((trace) => trace.time > end - hour);
    expect(lastHour.length).toBeGreaterThanOrEqual(index === 0 ? 14 : 6);
  }
});

test("5,000 traces have the wire types, printable ids, and ids whose clock is the record time", () => {
  for (const { trace } of make(6, 5000)) {
    expect(traceSchema.safeParse(trace).error).toBeUndefined();
    expect(isOpaqueId(trace.trace_id)).toBe(true);
    expect(trace.trace_id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(readTraceIdTime(trace.trace_id)).toBe(trace.record_time);
    expect(trace.trace_name).toMatch(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/);
    expect(Object.values(trace)).not.toContain(undefined);
  }
});

test("about 6 % of the traces are warnings and half a per cent incidents", () => {
  const samples = make(7, 30_000);
  const share = (rating: string) =>
    samples.filter(({ trace }) => trace.trace_rating === rating).length / samples.length;
  expect(share("warning")).toBeGreaterThan(0.045);
  expect(share("warning")).toBeLessThan(0.075);
  expect(share("incident")).toBeGreaterThan(0.003);
  expect(share("incident")).toBeLessThan(0.008);
});

test("asynchronous operations leave two traces minutes apart, the second without user and address", () => {
  const samples = make(8, 10_000).map(({ trace }) => trace);
  const results = samples.filter((trace) => trace.trace_type === "SystemAction");
  expect(results.length).toBeGreaterThan(200);
  for (const result of results) {
    expect(result.user).toBeUndefined();
    expect(result.source_ip ?? "").toBe("");
  }
  const pairs = results.filter((result) =>
    samples.some(
      (trace) =>
        trace.trace_type !== "SystemAction" &&
        trace.trace_name === result.trace_name &&
        trace.resource_type === result.resource_type &&
        trace.resource_id === result.resource_id &&
        trace.time < result.time &&
        result.time - trace.time < hour,
    ),
  );
  expect(pairs.length).toBeGreaterThan(150);
});

test("there are data traces, read-only ones, failed creations without id, Chinese and long values", () => {
  const samples = make(9, 20_000).map(({ trace }) => trace);
  const count = (fits: (trace: (typeof samples)[number]) => boolean) => samples.filter(fits).length;
  expect(count((trace) => traceKind(trace) === "data")).toBeGreaterThan(500);
  expect(count((trace) => trace.read_only === true)).toBeGreaterThan(500);
  expect(count((trace) => trace.event_type === "global")).toBeGreaterThan(500);
  expect(
    count((trace) => trace.trace_name === "CreateJobV2" && trace.resource_id === undefined),
  ).toBeGreaterThan(5);
  expect(count((trace) => /\p{Script=Han}/u.test(trace.resource_name ?? ""))).toBeGreaterThan(200);
  expect(count((trace) => (trace.request?.length ?? 0) > 8000)).toBeGreaterThan(2);
  expect(count((trace) => trace.request_id === "null")).toBeGreaterThan(100);
  expect(count((trace) => "trace_version" in trace)).toBeGreaterThan(10);
  expect(new Set(samples.map((trace) => trace.user?.name)).size).toBeGreaterThan(40);
});

test("no secret stands in a trace unmasked", () => {
  for (const { trace } of make(10, 20_000)) {
    const bodies = `${trace.request ?? ""}${trace.response ?? ""}`;
    const secrets = bodies.matchAll(
      /"(?:adminPass|password|secret|api_key|\w*TOKEN|\w*_KEY)":"([^"]*)"/g,
    );
    for (const [, value] of secrets) expect(value).toBe("********");
  }
});
