import { afterEach, expect, test, vi } from "vitest";
import { type CountedHistogram, fetchHistogram } from "./histogram-api.ts";

const hour = 3_600_000;
const bucket = { from: 0, normal: 1, warning: 0, incident: 0, other: 0 };
const { signal } = new AbortController();

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Answers every request with this body. @returns the paths that were asked for. */
function answerWith(body: string): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    return new Response(body);
  });
  return asked;
}

test("the width is asked for that suits the range, and the range stays with the counts", async () => {
  const asked = answerWith(JSON.stringify({ width: 60_000, buckets: [bucket] }));
  const query = { trace_type: "system", from: 0, to: hour } as const;
  expect(await fetchHistogram("p/1", query, signal, () => {})).toEqual({
    width: 60_000,
    buckets: [bucket],
    from: 0,
    to: hour,
    done: true,
    share: 1,
  });
  expect(asked).toEqual([`/api/projects/p%2F1/histogram?from=0&to=${hour}&width=60000`]);
});

test("with a text, what is counted so far is told", async () => {
  const lines = [
    { width: 60_000, buckets: [], done: false, share: 0.5 },
    { width: 60_000, buckets: [bucket], done: true, share: 1 },
  ];
  answerWith(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const query = { trace_type: "system", from: 0, to: hour, text: "a" } as const;
  const partial: CountedHistogram[] = [];
  const last = await fetchHistogram("p", query, signal, (some) => partial.push(some));
  expect(partial).toEqual([{ ...lines[0], from: 0, to: hour }]);
  expect(last).toEqual({ ...lines[1], from: 0, to: hour });
});
