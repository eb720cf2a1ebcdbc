import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { openAccounts } from "@trace-console/accounts/accounts";
import { tracePageSchema } from "@trace-console/contracts/console-api";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import { expect, it } from "vitest";
import { PageCache } from "./page-cache.ts";
import { grantsFor, hour, noon, openTestApp, otherProject, project } from "./test-app.ts";

const weekMs = 7 * 24 * hour;
const path = (project_id: string, query: string) =>
  `/api/projects/${project_id}/traces?from=0&to=${noon + hour}&${query}`;

/** An app whose page has been asked for so often that it is kept. */
async function openWithKeptPage(query: string) {
  const test = await openTestApp();
  const ask = async (url = path(project, query)) => {
    const reply = await test.get(url);
    if (reply.statusCode !== 200) return reply.statusCode;
    const { traces, next } = tracePageSchema.parse(reply.json());
    return { ids: traces.map((trace) => trace.trace_id), next };
  };
  const keep = async () => {
    for (let times = 0; times < 3; times += 1) await ask();
  };
  return { ...test, ask, keep };
}

it("a page that is asked for again is read no more while nothing is stored", async () => {
  const { store, time, add } = await openTestApp({ hasThreads: true });
  const cache = new PageCache(store, () => time.now, weekMs);
  let reads = 0;
  const ask = async (oldest: number | undefined) =>
    cache.get("url", async () => {
      reads += 1;
      return { body: [Buffer.from("page")], oldest };
    });
  for (let times = 0; times < 5; times += 1) await ask(noon - weekMs);
  expect(reads).toBe(2);
  time.now += 1;
  for (let times = 0; times < 5; times += 1) await ask(Infinity);
  expect(reads).toBe(3);
  time.now -= 2;
  await ask(Infinity);
  expect(reads).toBe(4);
  await add(project, {});
  for (let times = 0; times < 5; times += 1) await ask(undefined);
  expect(reads).toBe(9);
});

it("a kept page shows what this process and another one store", async () => {
  const { ask, keep, add, folder } = await openWithKeptPage("limit=2");
  await add(project, { trace_id: "a", time: noon - 3 });
  await keep();
  await add(project, { trace_id: "b", time: noon - 2 });
  expect(await ask()).toEqual({ ids: ["b", "a"], next: null });
  await keep();
  const other = openEmbeddedStore({
    folder: join(folder, "traces"),
    retentionDays: 7,
    clock: () => noon,
  });
  const trace = buildTrace({ trace_id: "c", time: noon - 1 });
  await other.append(project, [{ trace, wire: JSON.stringify(trace), original: undefined }]);
  await other.close();
  expect(await ask()).toEqual({ ids: ["c", "b"], next: "b" });
});

it("a kept page loses a trace, and the marker that led to it, in the ms in which it expires", async () => {
  const { ask, keep, add, time } = await openWithKeptPage("limit=2");
  const ids = ["a", "b", "c"];
  await add(project, ...ids.map((trace_id, n) => ({ trace_id, time: noon - weekMs + 2 - n })));
  await keep();
  expect(await ask()).toEqual({ ids: ["a", "b"], next: "b" });
  time.now += 1;
  expect(await ask()).toEqual({ ids: ["a", "b"], next: null });
  await keep();
  time.now += 1;
  expect(await ask()).toEqual({ ids: ["a"], next: null });
  await keep();
  time.now += 1;
  expect(await ask()).toEqual({ ids: [], next: null });
});

it("the default hour of ListTraces moves with the clock", async () => {
  const { get, add, time } = await openTestApp();
  await add(project, { trace_id: "a", time: noon - hour / 2 });
  const count = async () =>
    (await get(`/v3/${project}/traces?from=${noon - hour}`)).body.includes(`"count":1`);
  time.now = noon - hour / 2;
  for (let times = 0; times < 3; times += 1) expect(await count()).toBe(false);
  time.now += 1;
  expect(await count()).toBe(true);
});

it("a kept page is for those alone who may read its project now", async () => {
  const { ask, keep, add, app, accounts, folder } = await openWithKeptPage("");
  await add(project, { trace_id: "a" });
  await add(otherProject, { trace_id: "theirs" });
  await keep();
  expect(await ask(path(otherProject, ""))).toEqual({ ids: ["theirs"], next: null });
  const url = path(project, "");
  expect((await app.inject({ url })).statusCode).toBe(401);
  await accounts.users.add("bob", "pw", grantsFor(otherProject));
  const origin = { address: "127.0.0.1", user_agent: "" };
  const statusOf = async (session: string) =>
    (await app.inject({ url, cookies: { cts_sid: session } })).statusCode;
  const first = accounts.sessions.open("bob", origin);
  expect(await statusOf(first)).toBe(404);
  const elsewhere = openAccounts({ file: join(folder, "accounts.db"), clock: () => noon });
  elsewhere.users.setGrants("bob", grantsFor(project));
  const second = elsewhere.sessions.open("bob", origin);
  await setImmediate();
  expect(await statusOf(first)).toBe(401);
  expect(await statusOf(second)).toBe(200);
  elsewhere.sessions.end(second);
  elsewhere.close();
  await setImmediate();
  expect(await statusOf(second)).toBe(401);
});
