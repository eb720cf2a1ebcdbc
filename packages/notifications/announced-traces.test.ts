import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newNotificationSchema } from "@trace-console/contracts/notification-api";
import type { Trace } from "@trace-console/contracts/trace";
import { expect, it, onTestFinished } from "vitest";
import { openNotifications } from "./open-notifications.ts";

const minute = 60_000;

/** A notification of deletions, and a store of traces by their ids. */
function openAnnounced() {
  const folder = mkdtempSync(join(tmpdir(), "announced-"));
  const time = { now: Date.UTC(2026, 2, 11) };
  const state = openNotifications({
    file: join(folder, "notifications.db"),
    clock: () => time.now,
  });
  onTestFinished(() => {
    state.close();
    rmSync(folder, { recursive: true });
  });
  const notification = state.notifications.create(
    "p",
    newNotificationSchema.parse({
      notification_name: "deletions",
      operation_type: "customized",
      operations: [
        { service_type: "ModelArts", resource_type: "JobV2", trace_names: ["DeleteJobV2"] },
      ],
      topic_id: "urn:smn:cn-north-4:p:alarms",
    }),
  );
  const stored = new Map<string, Trace>();
  const append = async (traces: readonly Trace[]) =>
    traces.map((trace) => {
      if (stored.has(trace.trace_id)) return { verdict: "duplicate" };
      stored.set(trace.trace_id, trace);
      return { verdict: "accepted" };
    });
  const find = async (project_id: string, trace_id: string) => {
    const found = project_id === "p" ? stored.get(trace_id) : undefined;
    return found && { wire: Buffer.from(JSON.stringify(found)) };
  };
  return {
    ...state,
    time,
    stored,
    append,
    store: (...traces: Trace[]) => state.announced.store("p", traces, () => append(traces)),
    /** Some time later. */
    recoverAfter: (ms: number) => {
      time.now += ms;
      return state.announced.recover(find);
    },
    told: () => state.deliveries.log(notification, 10).map(({ trace_id }) => trace_id),
    deletion: (trace_id: string): Trace => ({
      trace_id,
      trace_name: "DeleteJobV2",
      service_type: "ModelArts",
      resource_type: "JobV2",
      time: time.now,
    }),
  };
}

const killed = new Error("killed");

it("traces that are stored are told of once, and only those that were accepted", async () => {
  const { store, stored, deletion, told, recoverAfter } = openAnnounced();
  stored.set("known", deletion("known"));
  const creation = { ...deletion("c"), trace_name: "CreateJobV2" };
  expect(await store(deletion("a"), deletion("known"), creation, deletion("b"))).toEqual([
    { verdict: "accepted" },
    { verdict: "duplicate" },
    { verdict: "accepted" },
    { verdict: "accepted" },
  ]);
  expect(told()).toEqual(["b", "a"]);
  await recoverAfter(2 * 60 * minute);
  expect(told()).toEqual(["b", "a"]);
});

it("what was stored before its process died is told of a minute later, as the store holds it", async () => {
  const { announced, append, store, deletion, told, recoverAfter } = openAnnounced();
  const traces = [deletion("a"), deletion("b")];
  const dying = announced.store("p", traces, async () => {
    await append(traces);
    throw killed;
  });
  await expect(dying).rejects.toBe(killed);
  await recoverAfter(minute - 1);
  expect(told()).toEqual([]);
  // Stored once more, it is a duplicate, which says nothing of what was told.
  await store(deletion("b"), deletion("c"));
  expect(told()).toEqual(["c"]);
  await recoverAfter(1);
  expect(told().toSorted()).toEqual(["a", "b", "c"]);
});

it("what its process never stored is told of when it is stored, and else forgotten", async () => {
  const { announced, stored, store, deletion, told, recoverAfter } = openAnnounced();
  const dying = async () => {
    throw killed;
  };
  await expect(announced.store("p", [deletion("a"), deletion("b")], dying)).rejects.toBe(killed);
  await recoverAfter(minute);
  expect(told()).toEqual([]);
  await store(deletion("a"));
  expect(told()).toEqual(["a"]);
  await recoverAfter(60 * minute);
  stored.set("b", deletion("b"));
  await recoverAfter(minute);
  expect(told()).toEqual(["a"]);
});

it("traces are stored also when nothing can be announced, and the failure is told", async () => {
  const { store, deletion, stored, ...state } = openAnnounced();
  state.close();
  await expect(store(deletion("a"))).rejects.toThrow("not open");
  expect([...stored.keys()]).toEqual(["a"]);
});
