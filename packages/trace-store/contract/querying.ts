import { type Trace, traceSchema } from "@trace-console/contracts/trace";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNewestFirst } from "../trace-order.ts";
import {
  countedFields,
  type ExportOptions,
  type TraceRecord,
  type TraceStore,
  UnknownMarkerError,
} from "../trace-store.ts";
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
  walk,
} from "./open-store.ts";
import { matches, plainAddresses, plainHistogram, valueOf } from "./plain-filter.ts";

/** Small sets of values, so that filters meet often; with texts that trip careless code. */
const texts = ["a", "b", "A", "'; --", "\u0000", "\ud800", "训练", "__proto__", ""];
const text = fc.option(fc.constantFrom(...texts), { nil: undefined });
/** Few moments, so that many traces share a millisecond; days and their edges among them. */
const moment = fc.oneof(
  fc.integer({ min: 0, max: 5 }).map((ms) => noon - hour + ms),
  fc.integer({ min: 0, max: 3 }).map((days) => Date.UTC(2026, 2, 11) - days * day - 1),
  fc.integer({ min: 0, max: 7 * day }).map((ms) => noon - ms),
);
/** Addresses, one of which begins like another, and a text that JSON spells otherwise. */
const addresses = ["10.0.0.1", "10.0.0.10", "fe80::1", 'x"\\\u0001Σ', ""];
const address = fc.constantFrom(...addresses);
const trace = fc.record({
  // Further down there may be a field of that name, or a text that looks like it.
  extra: fc.option(
    fc.oneof(
      fc.record({ source_ip: address }),
      fc.constant([[{ source_ip: "10.0.0.1" }], '"source_ip":"10.0.0.1"', "{"]),
    ),
    { nil: undefined, freq: 1 },
  ),
  source_ip: fc.option(address, { nil: undefined }),
  time: moment,
  trace_name: fc.constantFrom("CreateJobV2", "StopJobV2", "训练"),
  trace_type: fc.constantFrom("ApiCall", "SystemAction", "ObsSDK", "obsapi"),
  trace_rating: fc.constantFrom("normal", "warning", "incident", "odd", undefined),
  service_type: text,
  resource_type: text,
  resource_id: text,
  resource_name: text,
  enterprise_project_id: text,
  tracker_name: text,
  user: fc.option(fc.record({ name: text, access_key_id: text }), { nil: undefined }),
  request: fc.option(
    fc.constantFrom('{"name":"ResNet-训练\\n1"}', "x\ny \u0001f \\u0001", "deadBEEF0123456789"),
    { nil: undefined },
  ),
  message: fc.option(fc.constantFrom("ÄÖ request", "50%_", "\\"), { nil: undefined }),
});
/** Texts to search for: parts of values and of keys, of escapes, with and without a match. */
const needles = ["RESNET", "训练", "ny", "u0001", "1f", "\\", '"', '"name":', "request", "äö"];
const searched = fc.constantFrom(...needles, "a", "jobv2", "eef0123456", "normal", "absent text");
const wanted = fc.option(
  fc.uniqueArray(fc.constantFrom(...texts.slice(0, -1), "absent"), { minLength: 1, maxLength: 3 }),
  { nil: undefined, freq: 2 },
);
const unwanted = fc.option(
  fc.uniqueArray(fc.constantFrom(...texts.slice(0, -1), "absent"), { maxLength: 2 }),
  { nil: undefined, freq: 1 },
);
const wantedAddresses = fc.uniqueArray(
  fc.constantFrom(...addresses.slice(0, -1), "10.0.0", "FE80::1"),
  { minLength: 1, maxLength: 3 },
);
const bucketWidth = fc.constantFrom(7 * 60_000, hour, 5 * hour, day);
const query: fc.Arbitrary<TraceQuery> = fc.record({
  trace_type: fc.constantFrom("system", "data"),
  from: moment,
  to: moment,
  service_type: wanted,
  resource_type: wanted,
  trace_name: fc.option(fc.uniqueArray(fc.constantFrom("StopJobV2", "训练"), { minLength: 1 }), {
    nil: undefined,
  }),
  resource_id: wanted,
  resource_name: wanted,
  user: wanted,
  trace_rating: fc.option(
    fc.uniqueArray(fc.constantFrom("normal", "warning", "incident"), { minLength: 1 }),
    { nil: undefined },
  ),
  access_key_id: wanted,
  enterprise_project_id: wanted,
  tracker_name: wanted,
  not_service_type: unwanted,
  not_resource_id: unwanted,
  not_resource_name: unwanted,
  not_user: unwanted,
  not_access_key_id: unwanted,
  not_tracker_name: unwanted,
  not_trace_name: fc.option(fc.constant(["StopJobV2"]), { nil: undefined, freq: 2 }),
  not_trace_rating: fc.option(fc.uniqueArray(fc.constantFrom("normal", "incident")), {
    nil: undefined,
    freq: 2,
  }),
  text: fc.option(searched, { nil: undefined, freq: 2 }),
  source_ip: fc.option(wantedAddresses, { nil: undefined, freq: 1 }),
  not_source_ip: fc.option(wantedAddresses, { nil: undefined, freq: 1 }),
});

function buildTraces(drawn: readonly Omit<Trace, "trace_id">[]): Trace[] {
  // Ids whose order by bytes differs from their order by UTF-16 unit are among them.
  const prefixes = ["\u{1F600}", "\uFF01", "z", "A"];
  return drawn.map((fields, index) => {
    const trace_id = `${prefixes[index % 4]}${(index * 7919) % 1000}`;
    return traceSchema.parse(JSON.parse(JSON.stringify({ ...fields, trace_id })));
  });
}

/** A record of exactly this trace, whose absent fields stay absent. */
function recordOf(one: Trace): TraceRecord {
  return { trace: one, wire: JSON.stringify(one), original: undefined };
}

/** The whole export of a query. */
async function exported(
  store: TraceStore,
  asked: TraceQuery,
  options?: ExportOptions,
): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const { bytes } of store.exportTraces(project, asked, options)) pieces.push(bytes);
  return Buffer.concat(pieces).toString();
}

/**
 * What every engine promises about order, pages, filters and counts.
 *
 * @param runs how many questions, drawn at random, are compared with a plain filter in memory, and
 *   how many stores are walked through
 */
export function describeQuerying(
  openStore: OpenStore,
  runs: { readonly questions: number; readonly walks: number },
): void {
  describe("querying", () => {
    it(
      "filters, order, totals and facets equal a plain filter in memory",
      { timeout: 120_000 },
      async () => {
        const drawn = fc.sample(fc.array(trace, { minLength: 400, maxLength: 400 }), {
          numRuns: 1,
          seed: 20260311,
        })[0];
        const traces = buildTraces(drawn ?? []);
        const { store } = openTestStore(openStore);
        for (let at = 0; at < traces.length; at += 37) {
          await store.append(project, traces.slice(at, at + 37).map(recordOf));
          await store.append(otherProject, [buildRecord({ trace_id: `other ${at}` })]);
          await store.summarize(project, everything);
          if (at % 2 === 0) await store.prepare();
        }
        await fc.assert(
          fc.asyncProperty(query, bucketWidth, async (asked, bucketMs) => {
            const expected = traces
              .filter((one) => matches(one, asked))
              .toSorted(compareNewestFirst);
            const page = await store.list(project, { ...asked, limit: 1000 });
            expect(page.traces.map((one) => one.trace_id)).toEqual(
              expected.map((one) => one.trace_id),
            );
            expect(await exported(store, asked)).toEqual(
              expected.map((one) => `${JSON.stringify(one)}\n`).join(""),
            );
            const summary = await store.summarize(project, {
              ...asked,
              facets: countedFields,
              bucketMs,
            });
            expect(await store.countAddresses(project, asked)).toEqual({
              addresses: plainAddresses(expected),
              others: 0,
            });
            expect(summary.total).toBe(expected.length);
            expect(summary.histogram).toEqual(plainHistogram(expected, bucketMs));
            for (const field of countedFields) {
              const counts = new Map<string, number>();
              for (const one of traces.filter((candidate) => matches(candidate, asked, field))) {
                const value = valueOf(one, field);
                if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
              }
              const facet = summary.facets[field] ?? [];
              expect(new Map(facet.map(({ value, count }) => [value, count]))).toEqual(counts);
              expect(facet.map(({ count }) => count)).toEqual(
                [...counts.values()].toSorted((a, b) => b - a),
              );
            }
          }),
          { numRuns: runs.questions },
        );
      },
    );

    it("pages of any size walk every old trace once while new and late ones arrive", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(trace, { minLength: 1, maxLength: 60 }),
          fc.integer({ min: 1, max: 200 }),
          async (drawn, limit) => {
            const { store } = openTestStore(openStore);
            const traces = buildTraces(drawn);
            await store.append(project, traces.map(recordOf));
            let arrived = 0;
            const walked = await walk(store, everything, limit, async () => {
              arrived += 1;
              // As many as there are pages to come would make a walk of single traces endless.
              if (arrived > 20) return;
              await store.append(project, [
                buildRecord({ trace_id: `new ${arrived}`, time: noon + arrived }),
                buildRecord({ trace_id: `late ${arrived}`, time: noon - 3 * day - arrived }),
              ]);
            });
            const old = walked.filter((id) => !/^(new|late) /.test(id));
            expect(old).toEqual(
              traces
                .filter((one) => matches(one, everything))
                .toSorted(compareNewestFirst)
                .map((one) => one.trace_id),
            );
            expect(new Set(walked).size).toBe(walked.length);
          },
        ),
        { numRuns: runs.walks },
      );
    });

    it("an export in another form goes through its formatter, a piece after the other", async () => {
      const { store } = openTestStore(openStore);
      const message = "x".repeat(10_000);
      const records = Array.from({ length: 125 }, (_, no) =>
        buildRecord({ trace_id: `id ${no}`, time: noon - no, message }),
      );
      await store.append(project, records);
      const module = new URL("./count-lines.ts", import.meta.url).href;
      const formatter = { module, options: "," };
      const counts = (await exported(store, everything, { formatter })).split(",").map(Number);
      expect(counts.length).toBeGreaterThan(4);
      expect(counts.reduce((sum, count) => sum + count)).toBe(records.length);
      const other = { module: new URL("./querying.ts", import.meta.url).href };
      await expect(exported(store, everything, { formatter: other })).rejects.toThrow(
        "exports no createFormatter",
      );
    });

    it("pieces say how many traces they hold, and end where a section of the file ends", async () => {
      const { store } = openTestStore(openStore);
      const records = Array.from({ length: 125 }, (_, no) =>
        buildRecord({
          trace_id: `id ${no}`,
          time: noon - no,
          message: "x".repeat((no % 9) * 9000),
        }),
      );
      await store.append(project, records);
      let held = 0;
      for await (const { bytes, traces } of store.exportTraces(project, everything, {
        sectionSize: 7,
      })) {
        expect(traces).toBe(bytes.reduce((sum, byte) => sum + (byte === 0x0a ? 1 : 0), 0));
        expect(Math.floor(held / 7)).toBe(Math.floor((held + traces - 1) / 7));
        held += traces;
      }
      expect(held).toBe(records.length);
    });

    it("the order is the same whatever the arrival order", async () => {
      const times = [noon - 1, noon - 1, noon - 1, noon - 2, noon - 2 * day];
      const records = times.map((time, index) => buildRecord({ trace_id: `id ${index}`, time }));
      const orders = [records, records.toReversed(), [3, 0, 4, 2, 1].map((at) => records[at])];
      for (const order of orders) {
        const { store } = openTestStore(openStore);
        for (const record of order) if (record) await store.append(project, [record]);
        const page = await store.list(project, { ...everything, limit: 10 });
        expect(page.traces.map((one) => one.trace_id)).toEqual([
          "id 2",
          "id 1",
          "id 0",
          "id 3",
          "id 4",
        ]);
      }
    });

    it("a range holds its start and not its end", async () => {
      const { store } = openTestStore(openStore);
      await store.append(
        project,
        [1, 2, 3].map((ms) => buildRecord({ trace_id: String(ms), time: noon - 10 + ms })),
      );
      const page = await store.list(project, {
        trace_type: "system",
        from: noon - 9,
        to: noon - 7,
        limit: 10,
      });
      expect(page.traces.map((one) => one.trace_id)).toEqual(["2", "1"]);
    });

    it("a marker that the project does not hold is refused", async () => {
      const { store } = openTestStore(openStore);
      await store.append(otherProject, [buildRecord({ trace_id: "theirs" })]);
      await expect(
        store.list(project, { ...everything, limit: 10, after: "theirs" }),
      ).rejects.toBeInstanceOf(UnknownMarkerError);
    });

    it("a page of very large traces ends early and goes on where it ended", async () => {
      const { store } = openTestStore(openStore);
      const request = "x".repeat(3 * 2 ** 20);
      const ids = ["1", "2", "3", "4", "5", "6", "7"];
      for (const trace_id of ids) {
        await store.append(project, [buildRecord({ trace_id, request })]);
      }
      const page = await store.list(project, { ...everything, limit: 200 });
      expect(page.traces.length).toBeLessThan(ids.length);
      expect(page.more).toBe(true);
      expect(await walk(store, everything, 200)).toEqual(ids.toReversed());
    });

    it("addresses are those of the project's matching traces, more frequent ones first", async () => {
      const { store, time } = openTestStore(openStore);
      const request = '{"source_ip":"10.9.9.9"}';
      const of = (trace_id: string, source_ip: string | undefined, when = noon - hour) =>
        buildRecord({ trace_id, source_ip, request, time: when });
      await store.append(project, [
        of("1", "10.0.0.2"),
        of("2", "10.0.0.3"),
        of("3", "10.0.0.3"),
        of("4", "10.0.0.1"),
        of("5", ""),
        of("6", undefined),
        of("7", "10.0.0.4", noon - 7 * day),
      ]);
      await store.append(otherProject, [of("8", "10.0.0.5")]);
      time.now += 1;
      expect(await store.countAddresses(project, everything)).toEqual({
        addresses: [
          { value: "10.0.0.3", count: 2 },
          { value: "10.0.0.1", count: 1 },
          { value: "10.0.0.2", count: 1 },
        ],
        others: 0,
      });
      const some = { ...everything, source_ip: ["10.0.0.1", "10.0.0.3"], from: noon - 2 * hour };
      const { addresses: found } = await store.countAddresses(project, some);
      expect(found.map(({ value }) => value)).toEqual(["10.0.0.3", "10.0.0.1"]);
      const signal = AbortSignal.abort(new Error("gone"));
      await expect(store.countAddresses(project, everything, { signal })).rejects.toThrow("gone");
    });

    it("operations are listed once each, of the project alone", async () => {
      const { store } = openTestStore(openStore);
      await store.append(project, [
        buildRecord({ trace_id: "1" }),
        buildRecord({ trace_id: "2", trace_rating: "warning" }),
        buildRecord({ trace_id: "3", service_type: undefined, resource_type: undefined }),
      ]);
      await store.append(otherProject, [buildRecord({ trace_id: "4", trace_name: "theirs" })]);
      const operations = await store.listOperations(project);
      expect(operations).toHaveLength(2);
      expect(operations).toEqual(
        expect.arrayContaining([
          { service_type: "ModelArts", resource_type: "JobV2", trace_name: "CreateJobV2" },
          { service_type: "", resource_type: "", trace_name: "CreateJobV2" },
        ]),
      );
    });
  });
}
