import { expect, it } from "vitest";
import {
  buildRecord,
  day,
  everything,
  noon,
  openTestStore,
  project,
} from "../contract/open-store.ts";
import { openEmbeddedStore } from "./embedded-store.ts";

it("a store of more days than it holds files open finds, pages and compares across all of them", async () => {
  const { store } = openTestStore(
    (options) => openEmbeddedStore({ ...options, openFiles: 3 }),
    36_500,
  );
  const records = Array.from({ length: 12 }, (_, n) =>
    buildRecord({ trace_id: `d${n}`, time: noon - n * day }),
  );
  await store.append(project, records);
  for (const n of [0, 11, 5]) {
    expect((await store.find(project, `d${n}`))?.time).toBe(noon - n * day);
    expect(await store.findOriginal(project, `d${n}`)).toBeDefined();
  }
  const page = await store.list(project, { ...everything, limit: 20, after: "d1" });
  expect(page.traces.map((trace) => trace.trace_id)).toEqual(
    records.slice(2).map(({ trace }) => trace.trace_id),
  );
  const again = await store.append(
    project,
    records.map(({ trace }, n) => buildRecord({ ...trace, code: n % 2 ? "500" : undefined })),
  );
  expect(again.map(({ verdict }) => verdict)).toEqual(
    records.map((_, n) => (n % 2 ? "conflict" : "duplicate")),
  );
});
