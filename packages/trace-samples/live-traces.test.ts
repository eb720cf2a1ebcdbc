import { demoProjects } from "@trace-console/contracts/demo";
import { guideOperations } from "@trace-console/contracts/modelarts-operations";
import { traceSchema } from "@trace-console/contracts/trace";
import { expect, test } from "vitest";
import { makeLiveTraces } from "./live-traces.ts";
import { readTraceIdTime } from "./trace-id.ts";

const start = Date.UTC(2026, 10, 22, 16);

function run(seed: number, calls: number) {
  const live = makeLiveTraces({ seed, projects: demoProjects });
  return Array.from({ length: calls }, (_, index) => live.next(start + index * 1000));
}

test("live traces happen within a second before their moment and never repeat an id", () => {
  const samples = run(1, 5000);
  for (const [index, { trace, project }] of samples.entries()) {
    const now = start + index * 1000;
    expect(traceSchema.safeParse(trace).error).toBeUndefined();
    expect(trace.record_time).toBe(now);
    expect(trace.time > now - 1000 && trace.time <= now).toBe(true);
    expect(readTraceIdTime(trace.trace_id)).toBe(now);
    expect(trace.project_id).toBe(project.project_id);
  }
  expect(new Set(samples.map(({ trace }) => trace.trace_id)).size).toBe(5000);
});

test("live traces come again the same from the same seed", () => {
  expect(JSON.stringify(run(2, 300))).toBe(JSON.stringify(run(2, 300)));
  expect(JSON.stringify(run(3, 300))).not.toBe(JSON.stringify(run(2, 300)));
});

test("an hour of live traces holds each of the guide's operations and reaches each project", () => {
  const samples = run(4, 3600);
  const names = new Set(samples.map(({ trace }) => trace.trace_name));
  for (const { trace_name } of guideOperations) expect(names).toContain(trace_name);
  for (const project of demoProjects) {
    const here = samples.filter((sample) => sample.project.project_id === project.project_id);
    expect(here.length).toBeGreaterThan(300);
  }
});

test("live stories go on: what is stopped or deleted was created before, under the same name", () => {
  const samples = run(5, 2000).map(({ trace }) => trace);
  const stops = samples.filter((trace) => trace.trace_name === "StopJobV2" && trace.user);
  expect(stops.length).toBeGreaterThan(10);
  for (const stop of stops) {
    const creation = samples.find(
      (trace) => trace.trace_name === "CreateJobV2" && trace.resource_id === stop.resource_id,
    );
    expect(creation?.time).toBeLessThan(stop.time);
  }
});
