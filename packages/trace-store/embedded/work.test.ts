import { countedFields, type CountedField } from "../trace-store.ts";
import { makeTraces } from "@trace-console/trace-samples/make-traces";
import { Random } from "@trace-console/trace-samples/random";
import { demoProjects } from "@trace-console/contracts/demo";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { noon } from "../contract/open-store.ts";
import { type EmbeddedStore, openEmbeddedStore } from "./embedded-store.ts";

// What explains the speed is counted here, not timed: the same on every machine.

const traces = 40_000;
/** Few enough for a rare text: one or two in a segment. */
const tracesPerRareText = 4000;
const project = demoProjects[0]?.project_id ?? "";
const day = 86_400_000;
const all = { trace_type: "system", from: noon - 7 * day, to: noon } as const;
const folder = mkdtempSync(join(tmpdir(), "trace-store-work-"));
let store: EmbeddedStore;
let values: Partial<Record<CountedField, readonly { value: string; count: number }[]>>;

beforeAll(async () => {
  store = openEmbeddedStore({
    folder,
    retentionDays: 7,
    clock: () => noon,
    hasThreads: false,
    rowsPerSegment: 5_000,
  });
  const made = makeTraces({
    seed: 3,
    count: traces,
    end: noon,
    projects: demoProjects.slice(0, 1),
  });
  const records = Array.from(made, ({ trace }, index) => {
    const isRare = index % tracesPerRareText === 7;
    const stored = isRare ? { ...trace, message: "a quokka, 树袋熊" } : trace;
    return { trace: stored, wire: JSON.stringify(stored), original: undefined };
  });
  await store.append(project, records);
  values = (await store.summarize(project, { ...all, facets: countedFields })).facets;
}, 60_000);

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Combinations of up to four fields, frequent and rare values, included and left out. */
function combinations(count: number): TraceQuery[] {
  const random = new Random(5);
  return Array.from({ length: count }, () => {
    const query: TraceQuery = { ...all, from: noon - random.pick([day / 24, day, 7 * day]) };
    for (const field of ["service_type", "resource_type", "trace_name", "user"] as const) {
      const known = values[field] ?? [];
      if (known.length === 0 || random.chance(0.6)) continue;
      const drawn = Array.from({ length: random.between(1, 3) }, () =>
        random.chance(0.5) ? random.pickFirst(known).value : random.pick(known).value,
      );
      query[random.chance(0.3) ? (`not_${field}` as const) : field] = [...new Set(drawn)];
    }
    if (random.chance(0.3)) query.trace_rating = ["warning"];
    return query;
  });
}

async function costOf(work: () => Promise<unknown>) {
  const before = store.work;
  await work();
  const after = store.work;
  return {
    rows: after.rows - before.rows,
    pairs: after.pairs - before.pairs,
    blocks: after.blocks - before.blocks,
    textBlocks: after.textBlocks - before.textBlocks,
    statements: after.statements - before.statements,
  };
}

it("a page asks the database one thing and unpacks no more blocks than it has traces", async () => {
  for (const query of combinations(300)) {
    let found = 0;
    const cost = await costOf(async () => {
      found = (await store.list(project, { ...query, limit: 50 })).traces.length;
    });
    expect(cost.statements).toBe(1);
    // The traces of the page, and two to compare when a time is there twice.
    expect(cost.blocks).toBeLessThanOrEqual(found + 4);
    expect(cost.rows).toBeLessThan(traces / 8);
  }
});

it("a repeated page unpacks nothing", async () => {
  await store.list(project, { ...all, limit: 200 });
  const cost = await costOf(() => store.list(project, { ...all, limit: 200 }));
  expect(cost).toMatchObject({ blocks: 0, statements: 1 });
});

it("who has just asked for the version gets a page without another look at the log", async () => {
  const version = store.version();
  const page = () => store.list(project, { ...all, limit: 10 }, { version });
  expect(await costOf(page)).toMatchObject({ statements: 0 });
  expect(
    await costOf(() => store.list(project, { ...all, limit: 10 }, { version: -1 })),
  ).toMatchObject({
    statements: 1,
  });
});

it("a trace is found by its id, and traces by their resource, without a look at other rows", async () => {
  const page = await store.list(project, { ...all, to: noon - 3 * day, limit: 20 });
  for (const { trace_id } of page.traces) {
    const cost = await costOf(() => store.find(project, trace_id));
    expect(cost).toMatchObject({ rows: 0, pairs: 0, statements: 1 });
  }
  const cost = await costOf(async () => {
    await store.list(project, { ...all, resource_id: ["absent"], limit: 50 });
  });
  expect(cost).toMatchObject({ rows: 0, blocks: 0 });
});

it("two filters that never meet are told by counts after a short look", async () => {
  const service_type = ["OBS"];
  const trace_name = ["CreateJobV2"];
  const cost = await costOf(() =>
    store.list(project, { ...all, service_type, trace_name, limit: 50 }),
  );
  expect(cost).toMatchObject({ pairs: 0, blocks: 0 });
  // However many traces there are: 32 for each that is wanted.
  expect(cost.rows).toBeLessThan(32 * 60);
});

it.each([
  ["totals", {}],
  ["facets", { facets: countedFields }],
  // A segment of these few traces is about a day, as one of ten million is about an hour.
  ["a daily histogram", { bucketMs: day }],
])("no combination of filters scans all traces for %s", async (_, asked) => {
  for (const query of combinations(300)) {
    const cost = await costOf(() => store.summarize(project, { ...query, ...asked }));
    expect(cost.rows).toBeLessThan(traces / 2);
    expect(cost.pairs).toBeLessThan(traces);
    expect(cost).toMatchObject({ blocks: 0, statements: 1 });
  }
});

it("an address that no trace has is told by the filter, with hardly a body read", async () => {
  for (const source_ip of [["203.0.113.99"], ["2001:db8::99"], ["203.0.113.98", "10.99.99.99"]]) {
    const asked = { ...all, source_ip };
    for (const ask of [
      () => store.list(project, { ...asked, limit: 50 }),
      () => store.summarize(project, { ...asked, facets: countedFields, bucketMs: day }),
      () => store.countAddresses(project, asked),
    ]) {
      const cost = await costOf(ask);
      // What does not fill a segment yet is in the log, without a filter.
      expect(cost.textBlocks * 8).toBeLessThan(traces / 2);
    }
  }
});

it("a page without some addresses reads little more than what it shows", async () => {
  const { addresses } = await store.countAddresses(project, all);
  const [first] = addresses;
  const not_source_ip = first === undefined ? [] : [first.value];
  const cost = await costOf(() => store.list(project, { ...all, not_source_ip, limit: 50 }));
  expect(cost.textBlocks).toBeLessThan(30);
});

it("addresses read each block of bodies once", async () => {
  const cost = await costOf(() => store.countAddresses(project, all));
  expect(cost.rows).toBe(traces);
  expect(cost.textBlocks).toBe(0);
});

it.each(["quokka", "树袋熊"])(
  "a page of the rare text %s searches a block a trace",
  async (text) => {
    let found = 0;
    const cost = await costOf(async () => {
      found = (await store.list(project, { ...all, text, limit: 50 })).traces.length;
    });
    expect(found).toBeGreaterThan(5);
    // What does not fill a segment yet is in the log, and searched whatever the text.
    const always = await costOf(() => store.list(project, { ...all, text: "absentee", limit: 50 }));
    expect(cost.textBlocks - always.textBlocks).toBeLessThanOrEqual(found + 2);
  },
);

it("a text that no trace holds is told by the filter, with hardly a body read", async () => {
  for (const text of ["zzqqabsent", "deadbeef1234567890abcdef", "没有这样的痕迹"]) {
    const cost = await costOf(() => store.list(project, { ...all, text, limit: 50 }));
    // What does not fill a segment yet is in the log, without a filter.
    expect(cost.textBlocks * 8).toBeLessThan(traces / 2);
  }
});
