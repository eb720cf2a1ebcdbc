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
