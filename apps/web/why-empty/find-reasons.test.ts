import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { describe, expect, it, test } from "vitest";
import { RequestFailure } from "../api-client/request.ts";
import { texts } from "../trace-list/texts.ts";
import { findReasons, reasonsIn } from "./find-reasons.ts";
import type { Answer } from "./find-reasons.ts";
import { removalsOf } from "./removals.ts";
import { askAbout } from "./test-ask.ts";
import type { KnownTrace } from "./test-ask.ts";

const hour = 3_600_000;
const from = 1_000 * hour;
const to = from + hour;
const keptFrom = from - 100 * hour;
const bare: TraceQuery = { trace_type: "system", from, to };

function emptinessOf(query: TraceQuery) {
  return { query, removals: removalsOf(query, texts.english), keptFrom };
}

/** Looks for the reasons why a query of a project with these traces is empty. */
async function search(
  query: TraceQuery,
  traces: readonly KnownTrace[],
  isFailing?: (query: TraceQuery) => boolean,
  known: readonly Answer[] = [],
) {
  const { ask, asked, atOnce } = askAbout(traces, isFailing);
  const told: number[] = [];
  const { signal } = new AbortController();
  const { answers, failed } = await findReasons(emptinessOf(query), {
    ask,
    signal,
    known,
    tell: (findings) => told.push(findings.answers.length),
  });
  return { reasons: reasonsIn(answers), answers, failed, asked, atOnce, told };
}

describe("the reason for an empty list", () => {
  const ofEcs = [1, 2, 3].map((n) => ({ time: from + n, service_type: "ECS", user: "ann" }));

  it("is the one filter without which there are traces, with their number", async () => {
    const { reasons, failed } = await search(
      { ...bare, service_type: ["ECS"], user: ["nobody"] },
      ofEcs,
    );
    expect(reasons).toEqual([{ kind: "without", key: "user", count: 3 }]);
    expect(failed).toBe(false);
  });

  it("is all filters together when no single one helps", async () => {
    const { reasons } = await search({ ...bare, trace_name: ["none"], user: ["nobody"] }, ofEcs);
    expect(reasons).toEqual([{ kind: "withoutAny", count: 3 }]);
  });

  it("is the trace type when only the other one has traces", async () => {
    const { reasons } = await search({ ...bare, trace_type: "data" }, ofEcs);
    expect(reasons).toEqual([{ kind: "without", key: "trace_type", count: 3 }]);
  });

  it("is the time range when the same filters match before or after it", async () => {
    const times = [from - 9 * hour, from - 5 * hour, to, to + 3 * hour];
    const traces = times.map((time) => ({ time, user: "ann" }));
    const { reasons } = await search({ ...bare, user: ["ann"] }, traces);
    expect(reasons).toEqual([
      { kind: "earlier", time: from - 5 * hour },
      { kind: "later", time: to },
    ]);
  });

  it("leads to the latest trace of the project when nothing else leads to any", async () => {
    const traces = [
      { time: from - 60 * hour, user: "ann" },
      { time: from - 50 * hour, kind: "data" },
    ] as const;
    const { reasons } = await search({ ...bare, user: ["nobody"] }, traces);
    expect(reasons).toEqual([{ kind: "latest", traceType: "data", time: from - 50 * hour }]);
  });

  it("is that nothing is stored, whatever has expired", async () => {
    for (const query of [bare, { ...bare, user: ["ann"], text: "disk" }]) {
      const { reasons } = await search(query, [{ time: keptFrom - 1, user: "ann", text: "disk" }]);
      expect(reasons).toEqual([{ kind: "nothingStored" }]);
    }
  });
});

describe("the search for reasons", () => {
  it("tells each answer as it comes", async () => {
    const { answers, told } = await search({ ...bare, user: ["nobody"] }, [{ time: from }]);
    expect(told).toEqual(answers.map((_, index) => index + 1));
  });

  it("asks four questions at once at most", async () => {
    const query = { ...bare, not_user: ["a", "b", "c"], not_trace_name: ["a", "b", "c"] };
    const { atOnce } = await search(query, []);
    expect(atOnce.most).toBe(4);
  });

  it("makes few searches for a text at once, and none for what came later", async () => {
    const query: TraceQuery = { ...bare, user: ["a"], resource_id: ["b"], text: "disk" };
    const { asked, atOnce } = await search(query, []);
    expect(atOnce.most).toBe(2);
    const searches = asked.filter(({ text }) => text !== undefined);
    expect(searches.filter((one) => one.from >= to)).toEqual([]);
    expect(searches).toHaveLength(3);
    expect(asked[0]?.text).toBeUndefined();
  });

  it("treats an address as a text: it is searched for", async () => {
    const query: TraceQuery = { ...bare, user: ["a"], resource_id: ["b"], source_ip: ["::1"] };
    const { asked, atOnce } = await search(query, []);
    expect(atOnce.most).toBe(2);
    expect(asked.filter((one) => one.from >= to && one.source_ip !== undefined)).toEqual([]);
    expect(asked[0]?.source_ip).toBeUndefined();
  });

  it("tries twenty filters one by one at most", async () => {
    const users = Array.from({ length: 30 }, (_, n) => `user ${n}`);
    const { asked, reasons } = await search({ ...bare, not_user: users }, [
      { time: from, user: "user 0" },
      { time: from + 1, user: "user 29" },
    ]);
    expect(reasons).toEqual([{ kind: "without", key: "not_user user 0", count: 1 }]);
    expect(asked.filter((one) => one.not_user?.length === 29)).toHaveLength(20);
  });

  it("goes on when a question fails, and asks only that again", async () => {
    const query: TraceQuery = { ...bare, service_type: ["ECS"], user: ["nobody"] };
    const traces = [
      { time: from, service_type: "ECS", user: "ann" },
      { time: from - hour, service_type: "ECS", user: "nobody" },
    ];
    const first = await search(query, traces, ({ user }) => user === undefined);
    expect(first.failed).toBe(true);
    expect(first.reasons).toEqual([{ kind: "earlier", time: from - hour }]);
    const again = await search(query, traces, undefined, first.answers);
    expect(again.failed).toBe(false);
    expect(again.reasons).toEqual([
      { kind: "earlier", time: from - hour },
      { kind: "without", key: "user", count: 1 },
    ]);
    expect(again.asked).toHaveLength(1);
  });
});

test("a search that is ended tells nothing more", async () => {
  const { ask } = askAbout([{ time: from }]);
  const ending = new AbortController();
  const told: number[] = [];
  const searching = findReasons(emptinessOf({ ...bare, user: ["nobody"] }), {
    ask,
    signal: ending.signal,
    known: [],
    tell: (findings) => told.push(findings.answers.length),
  });
  ending.abort();
  await expect(searching).rejects.toThrow("abort");
  expect(told).toEqual([]);
});

test("a session that has ended ends the search", async () => {
  const { ask } = askAbout([]);
  const signedOut = new RequestFailure("signed out", { status: 401 });
  const { signal } = new AbortController();
  const searching = findReasons(emptinessOf({ ...bare, user: ["nobody"] }), {
    ask: { ...ask, count: () => Promise.reject(signedOut) },
    signal,
    known: [],
    tell: () => {},
  });
  await expect(searching).rejects.toBe(signedOut);
});
