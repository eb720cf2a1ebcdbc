import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "@trace-console/sqlite/open-database";
import { expect, it, vi } from "vitest";
import {
  buildRecord,
  day,
  everything,
  hour,
  noon,
  openTestStore,
  project,
} from "../contract/open-store.ts";
import { type EmbeddedStore, openEmbeddedStore } from "./embedded-store.ts";

const open = (options: Parameters<typeof openEmbeddedStore>[0]) =>
  openEmbeddedStore({ ...options, rowsPerSegment: 4, hasThreads: false });

const idsOf = async (store: { list: EmbeddedStore["list"] }) =>
  (await store.list(project, { ...everything, limit: 100 })).traces.map(({ trace_id }) => trace_id);

/** Nine traces of two days in two full segments, and one that is in the log only. */
const records = Array.from({ length: 9 }, (_, index) =>
  buildRecord({ trace_id: `t${index}`, time: noon - index * hour - (index > 3 ? day : 0) }),
);
const ids = records.map(({ trace }) => trace.trace_id);

const segmentFiles = (folder: string) =>
  readdirSync(join(folder, "segments")).filter((name) => name.endsWith(".seg"));

it("sealed traces and those in the log are there after the next start", async () => {
  const { store, reopen, folder } = openTestStore(open);
  await store.append(project, records);
  expect(segmentFiles(folder)).toHaveLength(2);
  await store.close();
  expect(await idsOf(reopen())).toEqual(ids);
});

it("what a process before has left in the log is sealed after the next start", async () => {
  const { store, reopen, folder } = openTestStore(openEmbeddedStore);
  await store.append(project, records.slice(0, 2));
  await store.close();
  const again = reopen();
  await vi.waitFor(() => expect(segmentFiles(folder)).toHaveLength(1), 10_000);
  expect(await idsOf(again)).toEqual(ids.slice(0, 2));
});

it("a crash between a segment file and its commit leaves the traces in the log, each once", async () => {
  const { store, reopen, folder } = openTestStore(open);
  await store.append(project, records.slice(0, 3));
  await store.close();
  // What the sealer leaves behind when it is killed, before and after the file has its name.
  writeFileSync(join(folder, "segments", "unregistered-999999999-1"), "half a file");
  writeFileSync(join(folder, "segments", "2026-03-11-1-1-1.seg"), "a whole file");
  expect(await idsOf(reopen())).toEqual(ids.slice(0, 3));
  expect(readdirSync(join(folder, "segments"))).toEqual([]);
});

it("segment files that an old copy of the log does not know are put aside, not deleted", async () => {
  const { store, reopen, folder } = openTestStore(open);
  await store.append(project, records.slice(0, 1));
  await store.close();
  const file = "2026-03-11-1-7-3.seg";
  writeFileSync(join(folder, "segments", file), "newer than the log");
  expect(await idsOf(reopen())).toEqual(ids.slice(0, 1));
  expect(readdirSync(join(folder, "segments"))).toEqual([`${file}.aside`]);
});

it("a segment file that is gone is named at the next opening, and an empty one goes on without", async () => {
  const { store, reopen, folder } = openTestStore(open);
  await store.append(project, records);
  await store.close();
  const file = join(folder, "segments", segmentFiles(folder)[0] ?? "");
  rmSync(file);
  expect(reopen).toThrow(`${file} is missing, though traces were stored in it: put it back`);
  writeFileSync(file, "");
  expect(await idsOf(reopen())).toHaveLength(5);
});

it("a segment file that is damaged in its columns is named at the next opening", async () => {
  const { store, reopen, folder } = openTestStore(open);
  await store.append(project, records);
  await store.close();
  const file = join(folder, "segments", segmentFiles(folder)[0] ?? "");
  const bytes = readFileSync(file);
  bytes[200] = (bytes[200] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  expect(reopen).toThrow(`${file} is damaged: put it back from a backup.`);
});

it("a body that is damaged is never served", async () => {
  const { store, reopen, folder } = openTestStore(open);
  await store.append(project, records.slice(0, 4));
  await store.close();
  const file = join(folder, "segments", segmentFiles(folder)[0] ?? "");
  const whole = readFileSync(file);
  // The last bytes are the names; those before them the text filter and the bodies.
  const bodiesAt = whole.indexOf(Buffer.from([0x28, 0xb5, 0x2f, 0xfd]));
  const bytes = Buffer.from(whole);
  bytes[bodiesAt + 40] = (bytes[bodiesAt + 40] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  await expect(idsOf(reopen())).rejects.toThrow(`${file} is damaged: put it back`);
});

it("segment files whose log is lost are taken in again, with their operators and kinds", async () => {
  const { store, reopen, folder } = openTestStore(open);
  await store.append(project, records);
  await store.close();
  for (const name of readdirSync(folder)) if (name !== "segments") rmSync(join(folder, name));
  const again = reopen();
  const sealed = await idsOf(again);
  expect(sealed).toHaveLength(8);
  const facets = ["user", "trace_name"] as const;
  expect((await again.summarize(project, { ...everything, facets })).facets).toEqual({
    user: [{ value: "li.wei", count: 8 }],
    trace_name: [{ value: "CreateJobV2", count: 8 }],
  });
  const verdicts = await again.append(project, records);
  expect(verdicts.filter(({ verdict }) => verdict === "duplicate")).toHaveLength(8);
  expect(await idsOf(again)).toEqual(ids);
});

it("a store of an earlier layout is refused with what to do", () => {
  const { reopen, folder } = openTestStore(open);
  writeFileSync(join(folder, "catalog.db"), "");
  expect(reopen).toThrow(/catalog\.db is of an earlier version of the store: move .* away/);
});

it("days that expire leave no file, once nobody can be opening it any more", async () => {
  const { store, folder, time } = openTestStore(open);
  await store.append(project, records);
  time.now += 7 * day;
  expect(await store.expire()).toEqual(["2026-03-10"]);
  expect(await idsOf(store)).toEqual(["t0"]);
  expect(segmentFiles(folder)).toHaveLength(2);
  time.now += 61_000;
  await store.expire();
  expect(segmentFiles(folder)).toHaveLength(1);
});

it("a conflict that comes again, as by an import that is repeated, is recorded once", async () => {
  const { store, folder } = openTestStore(open);
  const other = [
    buildRecord({ trace_id: "a", code: "1" }),
    buildRecord({ trace_id: "a" }, '{"x":1}'),
  ];
  await store.append(project, [buildRecord({ trace_id: "a" })]);
  for (let times = 0; times < 3; times += 1) {
    const verdicts = await store.append(project, other);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(["conflict", "conflict"]);
  }
  await store.close();
  const database = openDatabase(join(folder, "log.db"), "");
  expect(database.prepare("SELECT count(*) AS count FROM conflict").get()).toEqual({ count: 2 });
  database.close();
});
