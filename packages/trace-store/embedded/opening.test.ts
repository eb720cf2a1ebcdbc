import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { buildRecord, everything, noon, openTestStore, project } from "../contract/open-store.ts";
import { openEmbeddedStore } from "./embedded-store.ts";

const fileCount = 8;
const rowsPerSegment = 4;
const minute = 60_000;
const newestPage = { ...everything, limit: rowsPerSegment };
const all = { ...everything, limit: 100 };

/** Segment files of four traces each, the newest first, and how they are opened, with threads. */
async function sealedStore() {
  let hasThreads = false;
  const open = (options: Parameters<typeof openEmbeddedStore>[0]) =>
    openEmbeddedStore({ ...options, rowsPerSegment, hasThreads });
  const { store, time, folder } = openTestStore(open);
  const records = Array.from({ length: fileCount * rowsPerSegment }, (_, index) =>
    buildRecord({ trace_id: `t${index}`, time: noon - index * minute }),
  );
  for (let from = 0; from < records.length; from += rowsPerSegment) {
    await store.append(project, records.slice(from, from + rowsPerSegment));
  }
  await store.close();
  const files = readdirSync(join(folder, "segments"))
    .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map((name) => join(folder, "segments", name));
  expect(files).toHaveLength(fileCount);
  hasThreads = true;
  const reopen = () => {
    const again = open({ folder, retentionDays: 7, clock: () => time.now });
    onTestFinished(() => again.close());
    return again;
  };
  return { reopen, files, ids: records.map(({ trace }) => trace.trace_id) };
}

/** Damages the columns of a segment, not its outline. */
function damage(file = ""): void {
  const bytes = readFileSync(file);
  bytes[200] = (bytes[200] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

const idsOf = ({ traces }: { readonly traces: readonly { readonly trace_id: string }[] }) =>
  traces.map(({ trace_id }) => trace_id);

it("opening reads no head, and the first page of the newest traces reads two", async () => {
  const { reopen, ids } = await sealedStore();
  const store = reopen();
  expect(store.work.heads).toBe(0);
  expect(idsOf(await store.list(project, newestPage))).toEqual(ids.slice(0, rowsPerSegment));
  // That of its traces, and that of the next one, which says that there are more.
  expect(store.work.heads).toBe(2);
});

it("loading reads all heads", async () => {
  const { reopen, ids } = await sealedStore();
  const store = reopen();
  await store.load();
  expect(store.work.heads).toBe(fileCount);
  expect(idsOf(await store.list(project, all))).toEqual(ids);
});

it("a count reads what it needs, in its own thread", async () => {
  const { reopen, ids } = await sealedStore();
  const store = reopen();
  expect((await store.summarize(project, everything)).total).toBe(ids.length);
  expect(store.work.heads).toBe(fileCount);
});

it("a file that is removed after opening is read all the same", async () => {
  const { reopen, files, ids } = await sealedStore();
  const store = reopen();
  for (const file of files) rmSync(file);
  expect(idsOf(await store.list(project, all))).toEqual(ids);
});

it("damaged columns are told when a store is loaded, and to whoever needs them", async () => {
  const { reopen, files, ids } = await sealedStore();
  damage(files.at(-1));
  const store = reopen();
  const told = `${files.at(-1)} is damaged: put it back from a backup.`;
  await expect(store.load()).rejects.toThrow(told);
  await expect(store.prepare()).rejects.toThrow(told);
  await expect(store.list(project, all)).rejects.toThrow(told);
  await expect(store.summarize(project, everything)).rejects.toThrow(told);
  expect(idsOf(await store.list(project, newestPage))).toEqual(ids.slice(0, rowsPerSegment));
});

it("a file that was cut short is named when the store is opened", async () => {
  const { reopen, files } = await sealedStore();
  truncateSync(files[3] ?? "", 200);
  expect(reopen).toThrow(`${files[3]} is damaged: it ends too early: put it back from a backup.`);
});
