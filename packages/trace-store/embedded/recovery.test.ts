import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "@trace-console/sqlite/open-database";
import { expect, it } from "vitest";
import {
  buildRecord,
  day,
  everything,
  noon,
  openTestStore,
  project,
} from "../contract/open-store.ts";
import { openCatalog } from "./catalog.ts";
import { DayFile } from "./day-file.ts";
import { openEmbeddedStore } from "./embedded-store.ts";
import { dayOf } from "./utc-day.ts";

/** A batch over two days, as a crash leaves it: acknowledged, but in no day file yet. */
function acknowledge(folder: string) {
  const rows = [noon, noon - day].map((time, index) => ({
    project_id: project,
    ahead: false,
    ...buildRecord({ trace_id: `t${index}`, time }),
  }));
  const catalog = openCatalog(folder);
  catalog.transaction(() => {
    for (const { trace } of rows) catalog.addDay(dayOf(trace.time));
    catalog.addBatch(rows);
  });
  catalog.close();
  return rows;
}

const idsOf = async (store: ReturnType<typeof openEmbeddedStore>) =>
  (await store.list(project, { ...everything, limit: 10 })).traces.map((trace) => trace.trace_id);

it("a batch that was acknowledged but in no day file is there after the next start", async () => {
  const { store, reopen, folder } = openTestStore(openEmbeddedStore);
  await store.close();
  acknowledge(folder);
  expect(await idsOf(reopen())).toEqual(["t0", "t1"]);
});

it("a batch of which one day was written is completed, and nothing is there twice", async () => {
  const { store, reopen, folder } = openTestStore(openEmbeddedStore);
  await store.close();
  const rows = acknowledge(folder);
  const file = new DayFile(folder, dayOf(noon));
  file.write(rows.slice(0, 1));
  file.close();
  const again = reopen();
  expect(await idsOf(again)).toEqual(["t0", "t1"]);
  const verdicts = await again.append(project, rows);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(["duplicate", "duplicate"]);
});

it("a store that is open completes what another process left behind", async () => {
  const { store, folder } = openTestStore(openEmbeddedStore);
  acknowledge(folder);
  await store.append(project, [buildRecord({ trace_id: "next", time: noon - 1 })]);
  expect(await idsOf(store)).toEqual(["t0", "next", "t1"]);
});

it("the file of a day that is gone is named at the next opening, and an empty one goes on without", async () => {
  const { store, reopen, folder } = openTestStore(openEmbeddedStore);
  const file = join(folder, "2026-03-10.db");
  const records = [noon, noon - day].map((time, n) => buildRecord({ trace_id: `t${n}`, time }));
  await store.append(project, records);
  // What is in the last batch would be written again.
  await store.append(project, [buildRecord({ trace_id: "t", time: noon - 1 })]);
  await store.close();
  rmSync(file);
  expect(reopen).toThrow(`${file} is missing, though traces were stored in it: put it back`);
  writeFileSync(file, "");
  expect(await idsOf(reopen())).toEqual(["t0", "t"]);
});

it("day files whose catalog is lost are taken in again", async () => {
  const { store, reopen, folder } = openTestStore(openEmbeddedStore);
  const records = [noon, noon - day].map((time, n) => buildRecord({ trace_id: `t${n}`, time }));
  await store.append(project, records);
  await store.close();
  rmSync(join(folder, "catalog.db"));
  const again = reopen();
  expect(await idsOf(again)).toEqual(["t0", "t1"]);
  const verdicts = await again.append(project, records);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(["duplicate", "duplicate"]);
});

it("rows of a day that was dropped before they were written stay dropped", async () => {
  const { store, reopen, folder, time } = openTestStore(openEmbeddedStore);
  await store.close();
  acknowledge(folder);
  const again = reopen();
  expect(readdirSync(folder)).toContain("2026-03-10.db");
  time.now += 8 * day;
  expect(await again.expire()).toEqual(["2026-03-11", "2026-03-10"]);
  expect(readdirSync(folder).filter((name) => name.startsWith("2026"))).toEqual([]);
});

it("a conflict that comes again, as by an import that is repeated, is recorded once", async () => {
  const { store, folder } = openTestStore(openEmbeddedStore);
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
  const database = openDatabase(join(folder, "catalog.db"), "");
  expect(database.prepare("SELECT count(*) AS count FROM conflict").get()).toEqual({ count: 2 });
  database.close();
});
