import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNewestFirst } from "../trace-order.ts";
import { countedFields, UnknownMarkerError } from "../trace-store.ts";
import { buildTraces, drawnQuery, drawnTrace, drawnWidth, recordOf } from "./drawn-traces.ts";
import {
  buildRecord,
  day,
  everything,
  exported,
  hour,
  noon,
  type OpenStore,
  openTestStore,
  otherProject,
  project,
  walk,
} from "./open-store.ts";
import { matches, plainAddresses, plainHistogram, valueOf } from "./plain-filter.ts";

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
        const drawn = fc.sample(fc.array(drawnTrace, { minLength: 400, maxLength: 400 }), {
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
          fc.asyncProperty(drawnQuery, drawnWidth, async (asked, bucketMs) => {
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
          fc.array(drawnTrace, { minLength: 1, maxLength: 60 }),
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
