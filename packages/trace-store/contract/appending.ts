import { traceSchema } from "@trace-console/contracts/trace";
import { describe, expect, it } from "vitest";
import { conflictsAtMost, type TraceStore } from "../trace-store.ts";
import {
  buildRecord,
  day,
  everything,
  hour,
  noon,
  type OpenStore,
  openTestStore,
  otherProject,
  project,
} from "./open-store.ts";

/** What every engine promises about appending, finding, duplicates and retention. */
export function describeAppending(openStore: OpenStore): void {
  const verdicts = (result: readonly { verdict: string }[]) => result.map(({ verdict }) => verdict);

  const codeOf = async (store: TraceStore, project_id: string) =>
    traceSchema.parse(JSON.parse(String((await store.find(project_id, "a"))?.wire))).code;

  describe("appending", () => {
    it("an appended trace is found by its id, in its project alone", async () => {
      const { store } = openTestStore(openStore);
      const record = buildRecord({ trace_id: "a" });
      expect(await store.append(project, [record])).toEqual([
        { verdict: "accepted", ahead: false },
      ]);
      expect(await store.find(project, "a")).toEqual({
        trace_id: "a",
        time: noon - hour,
        wire: Buffer.from(record.wire),
        ahead: false,
      });
      expect(await store.find(otherProject, "a")).toBeUndefined();
      expect(await store.findOriginal(otherProject, "a")).toBeUndefined();
      expect(await store.find(project, "b")).toBeUndefined();
    });

    it("the bytes in which a trace came are given back", async () => {
      const { store } = openTestStore(openStore);
      const original = '{ "trace_id": "a",\n"trace_name":"Ä\\u00e4" }';
      await store.append(project, [
        buildRecord({ trace_id: "a" }, original),
        buildRecord({ trace_id: "b" }),
      ]);
      expect(String(Buffer.from((await store.findOriginal(project, "a")) ?? []))).toBe(original);
      expect(String(Buffer.from((await store.findOriginal(project, "b")) ?? []))).toBe(
        buildRecord({ trace_id: "b" }).wire,
      );
    });

    it("an equal value is a duplicate, whatever its white space and key order", async () => {
      const { store } = openTestStore(openStore);
      await store.append(project, [buildRecord({ trace_id: "a" }, '{"x":1,"y":[2,3]}')]);
      const again = ['{"x":1,"y":[2,3]}', ' {"y": [2, 3], "x": 1.0}\n'];
      const result = await store.append(
        project,
        again.map((original) => buildRecord({ trace_id: "a" }, original)),
      );
      expect(verdicts(result)).toEqual(["duplicate", "duplicate"]);
    });

    it("another value under the same id is a conflict and the first is kept, also on another day", async () => {
      const { store } = openTestStore(openStore);
      await store.append(project, [buildRecord({ trace_id: "a", code: "200" })]);
      const result = await store.append(project, [
        buildRecord({ trace_id: "a", code: "500" }),
        buildRecord({ trace_id: "a", code: "200", time: noon - 3 * day }),
      ]);
      expect(verdicts(result)).toEqual(["conflict", "conflict"]);
      expect(await codeOf(store, project)).toBe("200");
      expect((await store.list(project, { ...everything, limit: 10 })).traces).toHaveLength(1);
    });

    it("what came in conflict is told of its trace, in the window only, newest first", async () => {
      const { store, time } = openTestStore(openStore);
      const conflicting = (code: string) => buildRecord({ trace_id: "a", code });
      await store.append(project, [conflicting("0"), buildRecord({ trace_id: "b" })]);
      const codes = Array.from({ length: conflictsAtMost + 1 }, (_, n) => String(n + 1));
      for (const code of codes) {
        time.now += 1;
        // A second time as well, as by an import that is repeated.
        await store.append(project, [conflicting(code), conflicting(code)]);
      }
      await store.append(otherProject, [conflicting("0")]);

      const found = await store.findConflicts(project, "a");
      expect(found?.total).toBe(codes.length);
      expect(found?.newest).toEqual(
        codes
          .map((code, n) => ({ received: noon + n + 1, wire: conflicting(code).wire }))
          .toReversed()
          .slice(0, conflictsAtMost),
      );
      expect(await store.findConflicts(project, "b")).toEqual({ total: 0, newest: [] });
      expect(await store.findConflicts(otherProject, "a")).toEqual({ total: 0, newest: [] });
      expect(await store.findConflicts(project, "none")).toBeUndefined();
      expect(await store.findConflicts("no project", "a")).toBeUndefined();
      time.now = noon + 7 * day;
      expect(await store.findConflicts(project, "a")).toBeUndefined();
    });

    it("duplicates and conflicts within one batch are told apart", async () => {
      const { store } = openTestStore(openStore);
      const result = await store.append(project, [
        buildRecord({ trace_id: "a" }),
        buildRecord({ trace_id: "a" }),
        buildRecord({ trace_id: "a", code: "1" }),
        buildRecord({ trace_id: "b" }),
      ]);
      expect(verdicts(result)).toEqual(["accepted", "duplicate", "conflict", "accepted"]);
    });

    it("the same id in two projects is two traces", async () => {
      const { store } = openTestStore(openStore);
      await store.append(project, [buildRecord({ trace_id: "a", code: "1" })]);
      const result = await store.append(otherProject, [buildRecord({ trace_id: "a", code: "2" })]);
      expect(verdicts(result)).toEqual(["accepted"]);
      expect(await codeOf(store, project)).toBe("1");
      expect(await codeOf(store, otherProject)).toBe("2");
    });

    it("a batch over midnight is stored whole and survives a restart", async () => {
      const { store, reopen } = openTestStore(openStore);
      const midnight = Date.UTC(2026, 2, 11);
      const ids = ["a", "b", "c", "d"];
      await store.append(
        project,
        ids.map((trace_id, index) => buildRecord({ trace_id, time: midnight - 2 + index })),
      );
      await store.close();
      const page = await reopen().list(project, { ...everything, limit: 10 });
      expect(page.traces.map((trace) => trace.trace_id)).toEqual(["d", "c", "b", "a"]);
    });

    it("what another opening of the same store appends is seen at once", async () => {
      const { store, reopen } = openTestStore(openStore);
      await store.append(project, [buildRecord({ trace_id: "a" })]);
      expect((await store.summarize(project, everything)).total).toBe(1);
      const beside = reopen();
      await beside.append(project, [
        buildRecord({ trace_id: "b", trace_name: "StopJobV2" }),
        buildRecord({ trace_id: "c", time: noon - 2 * day }),
      ]);
      expect((await store.summarize(project, everything)).total).toBe(3);
      expect(verdicts(await store.append(project, [buildRecord({ trace_id: "b" })]))).toEqual([
        "conflict",
      ]);
    });
  });

  describe("time", () => {
    it("a trace on the edge of the window is kept, one ms older is expired", async () => {
      const { store } = openTestStore(openStore);
      const result = await store.append(project, [
        buildRecord({ trace_id: "edge", time: noon - 7 * day }),
        buildRecord({ trace_id: "older", time: noon - 7 * day - 1 }),
      ]);
      expect(verdicts(result)).toEqual(["accepted", "expired"]);
      expect(await store.find(project, "edge")).toBeDefined();
      expect(await store.find(project, "older")).toBeUndefined();
    });

    it("reads are clamped to the millisecond before any day is dropped", async () => {
      const { store, time } = openTestStore(openStore);
      await store.append(project, [buildRecord({ trace_id: "a", time: noon - 7 * day })]);
      time.now += 1;
      expect(await store.expire()).toEqual([]);
      expect(await store.find(project, "a")).toBeUndefined();
      expect(await store.findOriginal(project, "a")).toBeUndefined();
      expect((await store.list(project, { ...everything, limit: 10 })).traces).toEqual([]);
      expect((await store.summarize(project, everything)).total).toBe(0);
    });

    it("expiry drops the days that ended before the window, and only those", async () => {
      const { store, time, reopen } = openTestStore(openStore);
      const start = Date.UTC(2026, 2, 5);
      await store.append(project, [
        buildRecord({ trace_id: "a", time: start + 12 * hour }),
        buildRecord({ trace_id: "b", time: start + day }),
        buildRecord({ trace_id: "c", time: noon }),
      ]);
      time.now = start + day + 7 * day - 1;
      expect(await store.expire()).toEqual([]);
      time.now += 1;
      expect(await store.expire()).toEqual(["2026-03-05"]);
      expect(await store.expire()).toEqual([]);
      const page = await reopen().list(project, { ...everything, limit: 10 });
      expect(page.traces.map((trace) => trace.trace_id)).toEqual(["c", "b"]);
    });

    it("a trace more than 15 minutes ahead of the clock is accepted and flagged", async () => {
      const { store } = openTestStore(openStore);
      const result = await store.append(project, [
        buildRecord({ trace_id: "just", time: noon + hour / 4 }),
        buildRecord({ trace_id: "ahead", time: noon + hour / 4 + 1 }),
        buildRecord({ trace_id: "far", time: Date.UTC(9999, 11, 31) }),
      ]);
      expect(result).toEqual([
        { verdict: "accepted", ahead: false },
        { verdict: "accepted", ahead: true },
        { verdict: "accepted", ahead: true },
      ]);
      expect((await store.find(project, "ahead"))?.ahead).toBe(true);
      const page = await store.list(project, { ...everything, to: 8.64e15, limit: 10 });
      expect(page.traces.map((trace) => trace.trace_id)).toEqual(["far", "ahead", "just"]);
    });

    it("operators are kept for 30 days after they were last seen, the latest first", async () => {
      const { store, time } = openTestStore(openStore);
      const by = (trace_id: string, name: string, when: number) =>
        buildRecord({ trace_id, user: { name }, time: when });
      await store.append(project, [
        by("1", "zhang", noon - 3 * hour),
        by("2", "li.wei", noon - 2 * hour),
        by("3", "zhang", noon - hour),
        buildRecord({ trace_id: "4", user: undefined }),
      ]);
      expect(await store.listOperators(project)).toEqual(["zhang", "li.wei"]);
      expect(await store.listOperators(otherProject)).toEqual([]);
      time.now = noon - 2 * hour + 30 * day + 1;
      await store.expire();
      expect(await store.listOperators(project)).toEqual(["zhang"]);
    });
  });
}
