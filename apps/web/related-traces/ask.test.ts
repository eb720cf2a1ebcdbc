import type { Trace } from "@trace-console/contracts/trace";
import { expect, onTestFinished, test, vi } from "vitest";
import { fetchPair, fetchPrevious } from "./ask.ts";

const noon = 1_720_000_000_000;
const trace: Trace = {
  trace_id: "t/2",
  trace_name: "StopJobV2",
  service_type: "ModelArts",
  resource_id: "job 1",
  trace_type: "ConsoleAction",
  time: noon,
};
const result: Trace = { ...trace, trace_id: "t3", trace_type: "SystemAction", time: noon + 33_000 };
const { signal } = new AbortController();

/** A service that gives this page. @returns what is asked of it. */
function answerWith(traces: readonly Trace[], next: string | null) {
  const paths: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    paths.push(path);
    return Response.json({ traces, next, ahead: [] });
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return paths;
}

test("a pair is looked for among the resource's traces of half an hour around", async () => {
  const paths = answerWith([result, trace], null);
  expect(await fetchPair("p", trace, signal)).toEqual({ request: trace, result, isSure: true });
  expect(paths).toEqual([
    `/api/projects/p/traces?from=${noon - 1_800_000}&to=${noon + 1_800_001}&service_type=ModelArts&resource_id=job+1&limit=200`,
  ]);
});

test("no pair is told when more happened than was read", async () => {
  answerWith([result, trace], "t/2");
  expect(await fetchPair("p", trace, signal)).toBeNull();
});

test("the previous trace is the one that follows in the list", async () => {
  const previous = { ...trace, trace_id: "t1", time: noon };
  const paths = answerWith([previous], "t1");
  expect(await fetchPrevious("p", trace, signal)).toEqual(previous);
  expect(paths).toEqual([
    `/api/projects/p/traces?from=0&to=${noon + 1}&service_type=ModelArts&resource_id=job+1&limit=1&next=t%2F2`,
  ]);
  answerWith([], null);
  expect(await fetchPrevious("p", trace, signal)).toBeNull();
});

test("what names no resource, and data, has no previous trace", async () => {
  const paths = answerWith([trace], null);
  expect(await fetchPrevious("p", { ...trace, resource_id: "-" }, signal)).toBeNull();
  expect(await fetchPrevious("p", { ...trace, trace_type: "ObsAPI" }, signal)).toBeNull();
  expect(paths).toEqual([]);
});
