import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { expect, onTestFinished, test, vi } from "vitest";
import { askService } from "./ask.ts";

const query: TraceQuery = { trace_type: "system", from: 1, to: 2, user: ["ann"] };

/** A service that gives this answer. @returns what is asked of it. */
function answerWith(body: string) {
  const paths: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    paths.push(path);
    return new Response(body);
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return { ask: askService("p/1", new AbortController().signal), paths };
}

test("traces are counted; with a text, only the last line counts", async () => {
  const { ask, paths } = answerWith(JSON.stringify({ total: 12 }));
  expect(await ask.count(query)).toBe(12);
  expect(paths).toEqual(["/api/projects/p%2F1/totals?from=1&to=2&user=ann"]);
  const lines = [
    { done: false, share: 0.5, total: 1 },
    { done: true, share: 1, total: 3 },
  ];
  const { ask: askForText } = answerWith(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  expect(await askForText.count({ ...query, text: "disk" })).toBe(3);
});

test("the times of the newest traces are those of a page of the list", async () => {
  const traces = [9, 8].map((time) => ({ trace_id: String(time), trace_name: "x", time }));
  const { ask, paths } = answerWith(JSON.stringify({ traces, next: null, ahead: [] }));
  expect(await ask.times(query, 2)).toEqual([9, 8]);
  expect(paths).toEqual(["/api/projects/p%2F1/traces?from=1&to=2&user=ann&limit=2"]);
});

test("a bucket counts the traces of every status", async () => {
  const buckets = [{ from: 60_000, normal: 1, warning: 2, incident: 3, other: 4 }];
  const { ask, paths } = answerWith(JSON.stringify({ width: 60_000, buckets }));
  expect(await ask.buckets(query, 60_000)).toEqual([{ from: 60_000, count: 10 }]);
  expect(paths).toEqual(["/api/projects/p%2F1/histogram?from=1&to=2&user=ann&width=60000"]);
});
